//! Games that several tests ask about, written as a table of letters.
#![allow(dead_code, reason = "each test file uses some of these")]

use partnerships::{Coalition, Game, GameKind};

/// A game of one-letter players, from `A 21.95 H 17.08 AH 34.69 …`.
pub fn game_of_letters(kind: GameKind, players: &str, values: &str) -> Game {
    let words: Vec<&str> = values.split_whitespace().collect();
    let groups: Vec<(Vec<String>, f64)> = words
        .chunks(2)
        .map(|pair| (pair[0].chars().map(String::from).collect(), pair[1].parse().expect("a number follows each group")))
        .collect();
    Game::from_groups(kind, players.chars().map(String::from).collect(), &groups).expect("the table is whole")
}

/// Water for the Swedish county of Skåne, million kronor: Ängelholm, Helsingborg, Kävlinge, Lund, Malmö and Trelleborg with their
/// neighbours (Young, Okada and Hashimoto, Water Resources Research 18(3), 1982, 463-475; IIASA working paper WP-79-077).
pub fn skane() -> Game {
    let values = "A 21.95 H 17.08 K 10.91 L 15.88 M 20.81 T 21.98 \
    AH 34.69 AK 32.86 AL 37.83 AM 42.76 AT 43.93 HK 22.96 HL 25.00 HM 37.89 HT 39.06 KL 26.79 KM 31.45 KT 32.89 LM 31.10 LT 37.86 \
    MT 39.41 \
    AHK 40.74 AHL 43.22 AHM 55.50 AHT 56.67 AKL 48.74 AKM 53.40 AKT 54.84 ALM 53.05 ALT 59.81 AMT 61.36 HKL 27.26 HKM 42.55 \
    HKT 44.94 HLM 45.81 HLT 46.98 HMT 56.49 KLM 42.01 KLT 48.77 KMT 50.32 LMT 51.46 \
    AHKL 48.95 AHKM 60.25 AHKT 62.72 AHLM 64.03 AHLT 65.20 AHMT 74.10 AKLM 63.96 AKLT 70.72 AKMT 72.27 ALMT 73.41 HKLM 48.07 \
    HKLT 49.24 HKMT 59.35 HLMT 64.41 KLMT 56.61 \
    AHKLM 69.76 AHKLT 70.93 AHKMT 77.42 AHLMT 83.00 AKLMT 73.97 HKLMT 66.46 AHKLMT 83.82";
    game_of_letters(GameKind::Cost, "AHKLMT", values)
}

/// A bankruptcy: a group can count on what the estate has left when all others are paid in full (O'Neill 1982).
pub fn bankruptcy(estate: f64, claims: &[f64]) -> Game {
    let players = (1..=claims.len()).map(|number| number.to_string()).collect();
    let left = |group: Coalition| {
        let others: f64 = group.others(claims.len()).members().map(|player| claims[player]).sum();
        (estate - others).max(0.0)
    };
    Game::from_rule(GameKind::Saving, players, left).expect("claims are numbers")
}

/// Refuses amounts that differ by more than `tolerance`.
pub fn close(amounts: &[f64], expected: &[f64], tolerance: f64) {
    assert_eq!(amounts.len(), expected.len());
    let is_close = amounts.iter().zip(expected).all(|(amount, expected)| (amount - expected).abs() <= tolerance);
    assert!(is_close, "{amounts:?} is not {expected:?} to {tolerance}");
}
