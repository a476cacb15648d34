// Takes the pictures of docs/images from the report of the made-up county: node pictures.mjs report.html
// The rule: made-up data only. The pictures show what an officer sees first, on a screen, on a phone and on paper.
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const folder = join(dirname(fileURLToPath(import.meta.url)), "../docs/images");
const address = pathToFileURL(resolve(process.argv[2])).href;
const flags = [
  "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
  "--disable-background-networking", "--disable-component-update", "--disable-sync",
];

/** Name, width and height of the screen, and the id of what stands at its top; nothing is the top of the page. */
const pictures = [
  ["report-first-screen", 1280, 1020, null],
  ["report-opportunities", 1280, 1000, "ranked"],
  ["report-one-opportunity", 1280, 1050, "opportunities"],
  ["report-overlap", 1280, 640, "overlap"],
  ["report-contract-ends", 1280, 560, "ends"],
  ["report-phone", 390, 844, null],
];

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: flags });
for (const [name, width, height, id] of pictures) {
  const page = await browser.newPage({ viewport: { width, height } });
  await page.goto(address);
  if (id) await page.evaluate((id) => scrollTo(0, document.getElementById(id).getBoundingClientRect().top - 20), id);
  await page.screenshot({ path: join(folder, `${name}.png`) });
  await page.close();
}
await browser.close();
