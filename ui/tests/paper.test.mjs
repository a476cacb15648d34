// A committee paper in a real browser: accessible, offline, readable on a phone, and printable on A4.
// The rule: made-up data only, with every kind of block that a paper can have.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Look, desktop, openAll, phone, violations } from "../browser.mjs";

const examples = process.env.COMMONWEAL_EXAMPLES;
const look = new Look("made_up_paper", examples && `${examples}/made_up_paper`);

before(() => look.open());
after(() => look.close());

for (const [name, viewport] of [["a desktop", desktop], ["a phone", phone]]) {
  test(`on ${name} nothing in a paper breaks WCAG 2.2 AA`, async () => {
    await look.onPage({ viewport }, async (page) => {
      await openAll(page);
      assert.deepEqual(await violations(page), []);
    });
  });
}

test("a paper asks for nothing besides itself", async () => {
  assert.deepEqual(await look.onPage({ viewport: desktop }, openAll), []);
});

test("at 320 pixels a paper never scrolls sideways", async () => {
  await look.onPage({ viewport: { width: 320, height: 640 } }, async (page) => {
    await openAll(page);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320);
  });
});

test("every chart of a paper has its figures in words beside or under it", async () => {
  await look.onPage({ viewport: desktop }, async (page) => {
    const alone = await page.locator("main svg").evaluateAll((drawings) =>
      drawings.filter((drawing) => !drawing.closest("table, figure, .cw-lines__key")).length);
    assert.equal(alone, 0);
    const figuresWithoutTable = await page.locator("main figure").evaluateAll((figures) => figures.filter((figure) => !figure.querySelector("table")).length);
    assert.equal(figuresWithoutTable, 0);
  });
});

test("a paper prints on A4 with its sections one after another and its contents left out", async () => {
  await look.onPage({ viewport: desktop }, async (page) => {
    const pdf = await page.pdf({ preferCSSPageSize: true });
    assert.equal(pdf.subarray(0, 5).toString(), "%PDF-");
    await page.emulateMedia({ media: "print" });
    assert.equal(await page.locator(".cw-contents").isVisible(), false);
    const breaks = await page.locator(".cw-paper").evaluateAll((sections) => sections.filter((section) => getComputedStyle(section).breakBefore === "page").length);
    assert.equal(breaks, 0);
  });
});
