//! Words for what only police and fire services buy.
//!
//! The rule: an ordinary thing bought by a police or fire service stays ordinary (its cars are vehicles); only what
//! nobody else buys is here.

use super::{Meaning, Strength::*};
use crate::Family::*;

#[rustfmt::skip]
pub(super) const WORDS: &[Meaning] = &[
    (Some(PoliceSpecialist), Certain, &[
        "forensic", "forensics", "police fss", "telecom forensics", "digital forensics", "forensic pathologist", "pathologist", "dna", "fingerprint", "custody", "custody cost", "outsourced custody", "detained person", "police surgeon", "police surgeons", "forensic medical", "investigative expense", "investigation expense", "informant", "witness expense", "witness protection", "firearm", "firearms", "ammunition", "taser", "body armour", "body worn video", "anpr", "national anpr", "air support", "police air service", "regional air support", "national police", "police collaboration", "regional organised crime", "rocu", "pcc commissioning", "victim service", "victims service", "victim support", "victim", "restorative justice", "sexual assault referral", "sarc", "offender", "offender management", "criminal justice", "ndqis", "biometric", "biometrics", "pnd", "police national computer", "pnc", "viper", "identification parade", "interpreters police", "police interpreter", "police dog", "police horse", "mounted section", "scientific support", "scenes of crime", "speed awareness", "niche rms", "home office police", "mutual aid", "police third party payment", "chronicle", "caseweb", "casweb", "crimestoppers", "violence reduction", "crime prevention", "crime reduction", "proceeds of crime", "independent custody visitor"]),
    (Some(FireSpecialist), Certain, &[
        "fire appliance", "fire engine", "fire hose", "hose", "breathing apparatus", "fire operational equipment", "operational equipment fire", "fire mobs", "fire mobs airwave", "fire mobilising network", "mobilising", "regional control", "outsourced regional control", "fire control", "fire and rescue", "fire rescue", "rescue equipment", "cutting equipment rescue", "fire fighting", "firefighter", "fire fighter", "firefighting", "fire hydrant", "hydrant", "hydrants", "fire training", "smoke alarm", "smoke detector", "fire service", "fire college", "urban search rescue", "thermal imaging", "turnout gear", "fire foam", "fire kit", "aerial ladder platform", "fire safety equipment", "fire prevention"]),
    (Some(PoliceSpecialist), Hint, &["police"]),
    (None, Hint, &["fire extinguisher maintenance", "fire place"]),
];
