// What a search of the made-up place found, as `commonweal find` writes it: one opportunity that is shared already.
// The rule: made up, and no more of it than the site reads.
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** The name of the opportunity, on the site and in the register. */
export const opportunity = "already-sharing-aldford--legal";

const supplier = "aldford-borough-council";
const found = {
  id: opportunity,
  kind: "already-sharing",
  title: "Bexton already pays Aldford Borough Council for legal services",
  summary: "Bexton pays Aldford Borough Council £68k a year for legal services.",
  bodies: [{ body: "bexton", yearly: 6772966, year: 2025, months: 12, lines: 12, suppliers: 1 }],
  suppliers: [supplier],
  suppliers_in_all: 1,
  family: "legal",
  total_yearly: 6772966,
  addressable_yearly: 0,
  left_out: [],
  saving: null,
  trust_fracture_points: 1,
  team: 2,
  first_date: null,
  deadlines: [],
  contracts: [],
  cautions: [],
  harms: [],
  score: { total: 30, parts: [] },
  overlaps: [],
  counted_once_yearly: 0,
  evidence: [],
};

const report = {
  place: {
    name: "Westmarch",
    today: "2026-11-20",
    vesting: null,
    bodies: [],
    suppliers: [{ id: supplier, name: "Aldford Borough Council", is_body: "aldford", is_sme: null, is_vcse: false }],
    spend: [],
    contracts: [],
  },
  opportunities: [found],
  lines: {},
  headline: {
    files: 1, files_read: 1, files_other: 0, files_not_understood: [], payments: 12, paid: 6772966, repeated: 0, contracts: 0,
    redacted: [0, 0], persons: [0, 0], unclassified_share: 0, period: ["2025-04-01", "2026-03-31"],
  },
  suppliers: [],
  supplier_notes: { contradictions: [], changes: [] },
  cards: [],
  families: [],
  overlap: [],
  not_addressable: [],
};

/** A new folder with the report in it. */
export function foundFolder() {
  const folder = mkdtempSync(join(tmpdir(), "commonweal-found-"));
  writeFileSync(join(folder, "report.json"), JSON.stringify(report));
  return folder;
}
