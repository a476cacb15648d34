// The pages of the website that are read, in a real browser: every kind of page, narrow and wide, without a script, by keyboard; and how
// somebody finds an arrangement. The rule: COMMONWEAL_FOUND names what a search found, so that pages of opportunities are looked at too.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { desktop, openAll, violations } from "../browser.mjs";
import { Site } from "../site.mjs";

const narrow = { width: 320, height: 640 };
const site = new Site();
const addresses = [
  "/", "/totals", "/totals?on=2025-12-31", "/totals?of=live", "/arrangements", "/arrangements?kind=joint-committee&stage=live&day=2024-06-01", "/arrangements?q=nothing-fits-this",
  "/arrangements/legal-services", "/arrangements/payroll", "/arrangements/legal-services?version=1", "/arrangements/legal-services/history",
  "/arrangements/revenues-by-mistake", "/arrangements?kind=no-such-kind", "/bodies", "/bodies?which=all&q=police&day=2012-01-01", "/bodies/carrow", "/bodies/thornby", "/services", "/services/legal",
  "/services/waste", "/opportunities", "/map", "/map?day=2019-01-01&service=legal", "/changes", "/changes?body=carrow", "/sources", "/checks", "/api",
];

before(async () => {
  await site.open();
  const { opportunities } = await (await fetch(`${site.address}/opportunities.json`)).json();
  if (opportunities.length) addresses.push(`/opportunities/${opportunities[0].id}`, "/opportunities/place", `/opportunities?kind=${opportunities[0].kind}`);
});
after(() => site.close());

async function looked(page, viewport) {
  for (const address of addresses) {
    await page.goto(address);
    await openAll(page);
    assert.deepEqual(await violations(page), [], address);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(width <= viewport.width, `${address} scrolls sideways: ${width} pixels`);
    const headings = await page.evaluate(() => [...document.querySelectorAll("h1,h2,h3,h4")].map((one) => [Number(one.tagName[1]), one.textContent]));
    assert.equal(headings.filter(([level]) => level === 1).length, 1, `${address} has one first heading`);
    const main = await page.evaluate(() => [...document.querySelectorAll("main h1, main h2, main h3, main h4")].map((one) => Number(one.tagName[1])));
    main.forEach((level, place) => assert.ok(place === 0 || level - main[place - 1] <= 1, `${address} leaves out a level of headings`));
  }
}

for (const [name, viewport] of [["1280 pixels", desktop], ["320 pixels", narrow]]) {
  test(`at ${name} no page that is read breaks WCAG 2.2 AA or scrolls sideways`, () => site.visit({ viewport }, (page) => looked(page, viewport)));
}

test("without a script every page has its words, and no link in it leads nowhere", async () => {
  const seen = new Set();
  await site.visit({ viewport: desktop, javaScriptEnabled: false }, async (page) => {
    for (const address of addresses) {
      await page.goto(address);
      assert.ok((await page.locator("main").innerText()).length > 40, address);
      for (const link of await page.locator("a[href]").evaluateAll((links) => links.map((one) => one.getAttribute("href")))) seen.add(link);
    }
  });
  const own = [...seen].filter((link) => link.startsWith("/")).map((link) => link.split("#")[0]);
  for (const link of new Set(own)) {
    const { status } = await fetch(`${site.address}${link}`, { redirect: "manual" });
    assert.ok([200, 303, 410].includes(status), `${link}: ${status}`);
  }
});

test("an address inside a page leads to something that is there", async () => {
  await site.visit({ viewport: desktop }, async (page) => {
    for (const address of addresses) {
      await page.goto(address);
      const lost = await page.evaluate(() => [...document.querySelectorAll('a[href^="#"]')].map((one) => one.getAttribute("href").slice(1)).filter((id) => id && !document.getElementById(id)));
      assert.deepEqual(lost, [], address);
    }
    await page.goto("/arrangements/legal-services");
    await page.getByRole("link", { name: "What this means" }).click();
    assert.ok(await page.locator("#trust-points").isVisible());
  });
});

test("an officer finds an arrangement in the list: by a word, by a filter, and takes the filter away", async () => {
  await site.visit({ viewport: desktop }, async (page) => {
    await page.goto("/");
    await page.getByLabel("Search arrangements").fill("legal carrow");
    await page.getByRole("button", { name: "Search" }).click();
    await page.waitForURL(/\/arrangements\?q=legal(\+|%20)carrow/);
    assert.equal(await page.locator("#results").innerText(), "1 arrangement");
    await page.getByRole("link", { name: /Remove the filter Words/ }).click();
    assert.match(await page.locator("#results").innerText(), /^25 arrangements$/);
    await page.locator("summary", { hasText: "More filters" }).click();
    await page.getByLabel("Kind").selectOption({ label: "Joint committee" });
    await page.getByRole("button", { name: "Apply filters" }).click();
    await page.waitForURL("**/arrangements?kind=joint-committee&sort=title");
    await page.getByRole("link", { name: "Aldford and Bexton revenues and benefits" }).click();
    assert.equal(await page.locator("h1").innerText(), "Aldford and Bexton revenues and benefits");
  });
});

test("an officer finds an arrangement on the map, and the list beside it shows exactly the same", async () => {
  await site.visit({ viewport: desktop }, async (page) => {
    await page.goto("/map?service=legal");
    const drawn = new Set(await page.locator(".cw-map [data-arrangement]").evaluateAll((all) => all.map((one) => one.dataset.arrangement)));
    const listed = new Set(await page.locator(".cw-results [data-arrangement], .cw-results[data-arrangement], li[data-arrangement]").evaluateAll((all) => all.map((one) => one.dataset.arrangement)));
    assert.deepEqual([...drawn].sort(), [...listed].sort());
    assert.ok(drawn.has("legal-services"));
    await page.locator('.cw-map a[data-arrangement="legal-services"]').first().evaluate((link) => link.dispatchEvent(new MouseEvent("click", { bubbles: true })));
    await page.waitForURL("**/arrangements/legal-services");
    await page.goto("/map");
    await page.locator('.cw-map a[data-body="carrow"]').first().evaluate((link) => link.dispatchEvent(new MouseEvent("click", { bubbles: true })));
    await page.waitForURL("**/bodies/carrow");
  });
});

test("the total of last year is run again, and the page says why it is told otherwise now", async () => {
  await site.visit({ viewport: narrow, javaScriptEnabled: false }, async (page) => {
    await page.goto("/totals");
    await page.getByLabel("Day", { exact: true }).fill("31");
    await page.getByLabel("Month", { exact: true }).fill("12");
    await page.getByLabel("Year", { exact: true }).fill("2025");
    await page.getByRole("button", { name: "Show the totals of this day" }).click();
    await page.waitForURL("**/totals?on=2025-12-31");
    assert.ok(await page.getByText("As told on that day").isVisible());
    assert.ok(await page.getByText("£126,000 a year from 1 April 2023 (certified) was added").isVisible());
    await page.getByLabel("Month", { exact: true }).fill("13");
    await page.getByRole("button", { name: "Show the totals of this day" }).click();
    assert.ok(await page.getByText("is not a day of the calendar").isVisible());
  });
});

test("with the keyboard alone somebody comes from the front page to the savings of an arrangement", async () => {
  await site.visit({ viewport: desktop }, async (page) => {
    await page.goto("/arrangements");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    assert.equal(await page.evaluate(() => document.activeElement.id), "content");
    for (let presses = 0; presses < 60; presses += 1) {
      await page.keyboard.press("Tab");
      if ((await page.evaluate(() => document.activeElement.textContent)) === "Aldford and Bexton revenues and benefits") break;
    }
    const outline = await page.evaluate(() => getComputedStyle(document.activeElement).boxShadow + getComputedStyle(document.activeElement).outlineStyle);
    assert.notEqual(outline, "nonenone", "what has the focus is seen");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/arrangements/revenues-and-benefits");
  });
});
