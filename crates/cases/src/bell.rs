//! The bell curve: the point that a chance belongs to, and the chance that a point belongs to.
//!
//! The rule: two published approximations, to about fifteen digits, with their coefficients as printed; checked against their authors'
//! own values and against each other.
#![allow(clippy::excessive_precision, reason = "coefficients are written as they were published")]

/// The point of the bell curve that is undercut with probability `chance` (Wichura 1988, Applied Statistics 37(3), AS 241, to 16 digits).
#[inline]
pub(crate) fn normal_quantile(chance: f64) -> f64 {
    let from_middle = chance - 0.5;
    if from_middle.abs() <= 0.425 {
        let r = 0.180625 - from_middle * from_middle;
        return from_middle * polynomial(&MIDDLE_ABOVE, r) / polynomial(&MIDDLE_BELOW, r);
    }
    let r = (-chance.min(1.0 - chance).ln()).sqrt();
    let size = if r <= 5.0 {
        polynomial(&TAIL_ABOVE, r - 1.6) / polynomial(&TAIL_BELOW, r - 1.6)
    } else {
        polynomial(&FAR_ABOVE, r - 5.0) / polynomial(&FAR_BELOW, r - 5.0)
    };
    size.copysign(from_middle)
}

/// The probability of `point` or less under the bell curve (Hart 1968, as given by West 2005, to 15 digits).
#[inline]
pub(crate) fn normal_chance(point: f64) -> f64 {
    let size = point.abs();
    let beyond = if size > 37.0 {
        0.0
    } else if size < HART_LIMIT {
        (-size * size / 2.0).exp() * polynomial(&HART_ABOVE, size) / polynomial(&HART_BELOW, size)
    } else {
        let fraction = size + 1.0 / (size + 2.0 / (size + 3.0 / (size + 4.0 / (size + 0.65))));
        (-size * size / 2.0).exp() / fraction / 2.506_628_274_631
    };
    if point > 0.0 { 1.0 - beyond } else { beyond }
}

/// The highest power first.
#[inline]
fn polynomial<const TERMS: usize>(coefficients: &[f64; TERMS], x: f64) -> f64 {
    coefficients[1..].iter().fold(coefficients[0], |sum, coefficient| sum * x + coefficient)
}

// The coefficients of AS 241, highest power first.
const MIDDLE_ABOVE: [f64; 8] = [
    2509.0809287301226727,
    33430.575583588128105,
    67265.770927008700853,
    45921.953931549871457,
    13731.693765509461125,
    1971.5909503065514427,
    133.14166789178437745,
    3.3871328727963666080,
];
const MIDDLE_BELOW: [f64; 8] = [
    5226.4952788528545610,
    28729.085735721942674,
    39307.895800092710610,
    21213.794301586595867,
    5394.1960214247511077,
    687.18700749205790830,
    42.313330701600911252,
    1.0,
];
const TAIL_ABOVE: [f64; 8] = [
    7.74545014278341407640e-4,
    2.27238449892691845833e-2,
    2.41780725177450611770e-1,
    1.27045825245236838258,
    3.64784832476320460504,
    5.76949722146069140550,
    4.63033784615654529590,
    1.42343711074968357734,
];
const TAIL_BELOW: [f64; 8] = [
    1.05075007164441684324e-9,
    5.47593808499534494600e-4,
    1.51986665636164571966e-2,
    1.48103976427480074590e-1,
    6.89767334985100004550e-1,
    1.67638483018380384940,
    2.05319162663775882187,
    1.0,
];
const FAR_ABOVE: [f64; 8] = [
    2.01033439929228813265e-7,
    2.71155556874348757815e-5,
    1.24266094738807843860e-3,
    2.65321895265761230930e-2,
    2.96560571828504891230e-1,
    1.78482653991729133580,
    5.46378491116411436990,
    6.65790464350110377720,
];
const FAR_BELOW: [f64; 8] = [
    2.04426310338993978564e-15,
    1.42151175831644588870e-7,
    1.84631831751005468180e-5,
    7.86869131145613259100e-4,
    1.48753612908506148525e-2,
    1.36929880922735805310e-1,
    5.99832206555887937690e-1,
    1.0,
];
/// Half the square root of 200: below it Hart's fraction of polynomials holds.
const HART_LIMIT: f64 = 7.071_067_811_865_47;
const HART_ABOVE: [f64; 7] = [
    3.526_249_659_989_11e-2,
    0.700_383_064_443_688,
    6.373_962_203_531_65,
    33.912_866_078_383,
    112.079_291_497_871,
    221.213_596_169_931,
    220.206_867_912_376,
];
const HART_BELOW: [f64; 8] = [
    8.838_834_764_831_84e-2,
    1.755_667_163_182_64,
    16.064_177_579_207,
    86.780_732_202_946_1,
    296.564_248_779_674,
    637.333_633_378_831,
    793.826_512_519_948,
    440.413_735_824_752,
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn points_of_the_bell_curve_are_those_of_the_tables() {
        // Wichura's own check values: 0.25, 0.001 and 1e-20.
        for (chance, point) in [(0.25, -0.6744897501960817), (0.001, -3.090232306167813), (1e-20, -9.262340089798408)] {
            assert!((normal_quantile(chance) - point).abs() < 1e-12, "{chance}");
        }
        // Tables of the normal distribution.
        for (point, chance) in [
            (0.0, 0.5),
            (1.0, 0.8413447460685429),
            (1.959963984540054, 0.975),
            (-3.0, 0.0013498980316300957),
            (-8.0, 6.220960574271785e-16),
        ] {
            assert!((normal_chance(point) - chance).abs() < 1e-14, "{point}: {}", normal_chance(point));
        }
    }

    proptest::proptest! {
        #[test]
        fn the_chance_undoes_the_point(chance in 0.0001..0.9999f64) {
            proptest::prop_assert!((normal_chance(normal_quantile(chance)) - chance).abs() < 1e-12);
        }
    }
}
