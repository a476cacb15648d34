// What officers and owners do on the site, from beginning to end, with real clicks in a real browser.
// The rule: each journey begins where a person would, and ends with what everybody can read; every form is looked at for accessibility, also
// with something wrong in it.
import assert from "node:assert/strict";
import { readFileSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { desktop, openAll, violations } from "../browser.mjs";
import { foundFolder, opportunity } from "../found.mjs";
import { Site } from "../site.mjs";

const narrow = { width: 320, height: 640 };
const administrator = "ann@westmarch.example";
const owner = "dan@westmarch.example";
const officer = "eve@westmarch.example";

const site = new Site();
let found;

before(async () => {
  found = foundFolder();
  await site.open(found);
});
after(async () => {
  await site.close();
  rmSync(found, { recursive: true, force: true });
});

async function assertFit(page, viewport) {
  await openAll(page);
  assert.deepEqual(await violations(page), [], page.url());
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  assert.ok(width <= viewport.width, `${page.url()} scrolls sideways: ${width} pixels`);
}

const click = (page, name) => page.getByRole("main").getByRole("button", { name, exact: true }).click();
const heading = (page) => page.getByRole("heading", { level: 1 }).textContent();

/** Fills the boxes of a day, a month or a year; `name` is that of the field. */
async function when(page, name, parts) {
  for (const [place, part] of ["day", "month", "year"].entries()) await page.fill(`[name="${name}-${part}"]`, parts[place] ?? "");
}

/** Fills in what a new arrangement needs. */
async function fillArrangement(page, title) {
  await page.getByLabel("Title").fill(title);
  await page.getByLabel("Lead authority contract").check();
  await page.getByLabel("Body 1", { exact: true }).fill("Aldford BC");
  await page.getByLabel("Role of body 1").selectOption("lead");
  await click(page, "Add another body");
  await page.getByLabel("Body 2", { exact: true }).fill("Bexton District Council");
  await page.getByLabel("Role of body 2").selectOption("partner");
  await page.getByLabel("What happened").selectOption("started");
  await when(page, "happenings-0-when", ["", "April", "2025"]);
  await page.getByLabel("There is no figure").check();
  await page.getByLabel("It is too early to say").check();
}

test("an owner adds an arrangement, publishes it, and corrects it with a figure", async () => {
  await site.visit({ viewport: desktop, email: owner }, async (page) => {
    await page.goto("/arrangements/new");
    await assertFit(page, desktop);
    await fillArrangement(page, "Shared dog wardens");
    await click(page, "Save draft");
    await page.waitForURL("**/arrangements/shared-dog-wardens/edit?done=draft");
    assert.ok(await page.getByText("Your draft is saved.").isVisible());
    await click(page, "Continue");
    await page.waitForURL("**/publish");
    await assertFit(page, desktop);
    await click(page, "Publish");
    assert.ok(await page.getByRole("link", { name: /^Say why/ }).isVisible(), "a reason is asked for");
    await assertFit(page, desktop);
    await page.getByLabel("Why").fill("Agreed by both cabinets.");
    await click(page, "Publish");
    await page.waitForURL("**/arrangements/shared-dog-wardens?done=published");
    assert.ok(await page.getByText("It is published.").isVisible());

    await page.getByRole("button", { name: "Edit" }).click();
    await page.getByLabel("There is a figure").check();
    await page.getByLabel("Amount", { exact: true }).fill("£1.2m");
    await page.getByLabel("For which time").selectOption("each-year");
    await when(page, "lines-0-from", ["", "", "2025"]);
    await page.getByLabel("How far it is proved").selectOption("realised");
    await page.getByLabel("Who said so").fill("Aldford Borough Council");
    await click(page, "Continue");
    await page.waitForURL("**/publish");
    assert.match(await page.getByRole("main").textContent(), /£1,200,000 a year from 2025/);
    await page.getByLabel("Why").fill("The outturn is known.");
    await click(page, "Publish the correction");
    await page.waitForURL("**?done=corrected");
  });
  await site.visit({ viewport: desktop }, async (page) => {
    await page.goto("/arrangements/shared-dog-wardens/history");
    const told = await page.getByRole("main").textContent();
    assert.match(told, /The outturn is known/);
    assert.match(told, /Dan Example/);
    assert.match(told, /£1,200,000/);
  });
});

for (const viewport of [desktop, narrow]) {
  test(`what is wrong with an arrangement stands beside it at ${viewport.width} pixels, and nothing typed is lost`, async () => {
    await site.visit({ viewport, email: owner }, async (page) => {
      await page.goto("/arrangements/new");
      await page.getByLabel("Title").fill("<script>alert(1)</script> wardens");
      await page.getByLabel("Body 1", { exact: true }).fill("Aldfrod Borough Council");
      await page.getByLabel("What happened").selectOption("started");
      await when(page, "happenings-0-when", ["30", "2", "2025"]);
      await click(page, "Continue");
      await page.getByText("There is a problem").waitFor();
      const summary = await page.locator(".govuk-error-summary").textContent();
      assert.match(summary, /Did you mean Aldford Borough Council/);
      assert.match(summary, /There is no such day in that month/);
      assert.match(summary, /Choose in which way they share/);
      assert.equal(await page.getByLabel("Title").inputValue(), "<script>alert(1)</script> wardens");
      assert.equal(await page.locator('[name="happenings-0-when-day"]').inputValue(), "30");
      await assertFit(page, viewport);
    });
  });
}

test("without a script, an officer writes a draft with rows more and fewer", async () => {
  await site.visit({ viewport: narrow, javaScriptEnabled: false, email: officer }, async (page) => {
    await page.goto("/arrangements/new");
    assert.equal(await page.getByLabel("Body 1", { exact: true }).inputValue(), "Bexton District Council", "it begins with her own body");
    await fillArrangementWithoutScript(page);
    await click(page, "Save draft");
    await page.waitForURL("**/arrangements/shared-play-areas/edit?done=draft");
    assert.equal(await page.getByLabel("Body 2", { exact: true }).inputValue(), "Carrow Council");
    await click(page, "Continue");
    assert.match(await page.getByRole("main").textContent(), /An owner of one of its partners may publish/);
    assert.equal(await page.getByRole("main").getByRole("button", { name: "Publish" }).count(), 0);
  });
});

async function fillArrangementWithoutScript(page) {
  await page.getByLabel("Role of body 1").selectOption("lead");
  await click(page, "Add another body");
  await click(page, "Add another body");
  await page.getByLabel("Body 2", { exact: true }).fill("Westmarch County");
  await page.getByLabel("Body 3", { exact: true }).fill("Carrow");
  await page.getByLabel("Role of body 3").selectOption("partner");
  await click(page, "Take out body 2");
  await page.getByLabel("Title").fill("Shared play areas");
  await page.getByLabel("Working group").check();
  await page.getByLabel("What happened").selectOption("proposed");
  await when(page, "happenings-0-when", ["4", "6", "2026"]);
  await page.getByLabel("There is no figure").check();
  await page.getByLabel("It is too early to say").check();
}

test("with the keyboard alone an owner confirms that an arrangement is still true", async () => {
  await site.visit({ viewport: desktop, email: owner }, async (page) => {
    await page.goto("/arrangements/legal-services");
    const tabTo = async (words) => {
      for (let presses = 0; presses < 120; presses += 1) {
        await page.keyboard.press("Tab");
        if ((await page.evaluate(() => document.activeElement.textContent.trim())) === words) return;
      }
      assert.fail(`the keyboard never came to ${words}`);
    };
    await tabTo("Confirm that it is still true");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/confirm");
    await assertFit(page, desktop);
    await tabTo("Yes, it is still true");
    await page.keyboard.press("Enter");
    await page.waitForURL("**?done=confirmed");
  });
});

test("an officer takes an opportunity into the register, where it keeps its name", async () => {
  await site.visit({ viewport: desktop, email: officer }, async (page) => {
    await page.goto(`/opportunities/${opportunity}`);
    await click(page, "Take it into the register");
    await page.waitForURL(`**/arrangements/${opportunity}/edit?done=taken`);
    assert.equal(await page.getByLabel("Body 1", { exact: true }).inputValue(), "Aldford Borough Council");
    assert.equal(await page.getByLabel("Role of body 1").inputValue(), "lead");
    await page.goto("/drafts");
    assert.match(await page.getByRole("main").textContent(), /Bexton already pays Aldford/);
    await assertFit(page, desktop);
  });
});

/** The link of a letter that asks somebody whether something is still true. */
function linkOfLetter(name) {
  const folder = join(site.folder, "mail");
  const letters = readdirSync(folder).map((file) => readFileSync(join(folder, file), "utf8"));
  const letter = letters.find((text) => text.includes(`Dear ${name},`) && text.includes("/still-true/"));
  return new URL(letter.match(/http\S+\/still-true\/[0-9a-f]+/)[0]).pathname;
}

test("the link in a letter answers once, without signing in", async () => {
  const link = linkOfLetter("Bob Example");
  for (const viewport of [desktop, narrow]) {
    await site.visit({ viewport }, async (page) => {
      await page.goto(link);
      assert.equal(await heading(page), "Is this still true?");
      await assertFit(page, viewport);
    });
  }
  await site.visit({ viewport: desktop, javaScriptEnabled: false }, async (page) => {
    await page.goto(link);
    await click(page, "Yes, still true");
    assert.match(await page.getByRole("main").textContent(), /Bob Example said on .* that it is still true/);
    await page.goto(link);
    assert.equal(await page.getByRole("main").getByRole("button").count(), 0, "it asks no more");
  });
});

test("an administrator says that a body ends, and novates what it leaves behind", async () => {
  await site.visit({ viewport: desktop, email: administrator }, async (page) => {
    await page.goto("/bodies/westmarch-fire/end");
    await assertFit(page, desktop);
    await click(page, "Continue");
    await page.getByText("There is a problem").waitFor();
    await assertFit(page, desktop);
    await when(page, "last-day", ["31", "3", "2027"]);
    await page.getByLabel("Successor 1", { exact: true }).fill("Westmarch County Council");
    await page.getByLabel("Document or page").fill("The Westmarch Fire Order 2026");
    await page.getByLabel("Why").fill("The order was made.");
    await click(page, "Continue");
    await page.waitForURL("**/bodies/westmarch-fire/pass-on?done=ended");
    await assertFit(page, desktop);
    const left = await page.getByRole("radio", { name: /Novate to another body/ }).count();
    assert.ok(left > 1, "it leaves something behind");
    await page.getByRole("radio", { name: /Novate to another body/ }).first().check();
    await page.getByLabel("To which body (only where it is novated)").first().fill("Aldford Borough Council");
    await page.getByRole("radio", { name: /Transfer to Westmarch County Council/ }).last().check();
    await page.getByLabel("Why").fill("As the order says.");
    await click(page, "Enter what I decided");
    await page.waitForURL("**?done=passed");
    assert.equal(await page.getByRole("radio", { name: /Novate to another body/ }).count(), left - 2);
  });
});

const sheet = [
  "Name of shared service,Councils involved,Type,Start date,Annual saving",
  "Shared coast wardens,Aldford; Bexton,Working group,2024,not recorded",
  "=HYPERLINK(1) lawns,Aldford; Carrow,Joint procurement,1 April 2023,\"£45,000\"",
].join("\n");

test("an owner imports a sheet after seeing what it would change", async () => {
  await site.visit({ viewport: desktop, email: owner }, async (page) => {
    await page.goto("/import");
    await assertFit(page, desktop);
    await click(page, "See what it would change");
    await page.getByText("There is a problem").waitFor();
    await assertFit(page, desktop);
    const upload = (text) => page.setInputFiles("[name=file]", { name: "ours.csv", mimeType: "text/csv", buffer: Buffer.from(text) });
    await upload(sheet.replace("Aldford; Bexton", "Aldford; Bextun"));
    await click(page, "See what it would change");
    assert.match(await page.getByRole("main").textContent(), /Bextun/);
    assert.equal(await page.getByRole("main").getByRole("button", { name: /^Enter/ }).count(), 0, "nothing can be entered");
    await assertFit(page, desktop);
    await page.goto("/import");
    await upload(sheet);
    await click(page, "See what it would change");
    assert.match(await page.getByRole("main").textContent(), /2 arrangements are new/);
    await assertFit(page, desktop);
    await page.getByLabel("Why").fill("Return of March 2026.");
    await click(page, "Enter all 2");
    await page.waitForURL("**/import?done=2");
    await page.goto("/export");
    await assertFit(page, desktop);
  });
  await site.visit({ viewport: desktop }, async (page) => {
    await page.goto("/arrangements/shared-coast-wardens");
    assert.equal(await heading(page), "Shared coast wardens");
  });
});

test("who may not change a body's records is told who may", async () => {
  await site.visit({ viewport: desktop, email: officer }, async (page) => {
    const answer = await page.goto("/arrangements/legal-services/withdraw");
    assert.equal(answer.status(), 403);
    assert.match(await page.getByRole("main").textContent(), /An owner of one of its partners may withdraw/);
  });
});

test("a form whose session has ended comes back with everything that was typed, and is saved after signing in again", async () => {
  await site.visit({ viewport: desktop, email: owner }, async (page) => {
    await page.goto("/arrangements/new");
    await fillArrangement(page, "Shared wardens of the night");
    const other = await page.context().newPage();
    await other.goto("/account");
    await other.getByRole("button", { name: "Sign out", exact: true }).click();
    await other.waitForURL("**/signed-out");
    await click(page, "Save draft");
    assert.match(await page.getByRole("main").textContent(), /You are no longer signed in/);
    assert.equal(await page.getByLabel("Title").inputValue(), "Shared wardens of the night");
    await assertFit(page, desktop);
    await site.signIn(other, owner);
    await click(page, "Save draft");
    assert.match(await page.getByRole("main").textContent(), /You have signed in since you opened this form/);
    await click(page, "Save draft");
    await page.waitForURL("**/arrangements/shared-wardens-of-the-night/edit?done=draft");
  });
});

test("the second of two people who save the same draft is told what the first wrote", async () => {
  await site.visit({ viewport: desktop, email: owner }, async (page) => {
    await page.goto("/arrangements/revenues-and-benefits/edit");
    await page.getByLabel("Summary").fill("Written second.");
    await site.visit({ viewport: desktop, email: administrator }, async (first) => {
      await first.goto("/arrangements/revenues-and-benefits/edit");
      await first.getByLabel("Summary").fill("Written first.");
      await click(first, "Save draft");
      await first.waitForURL("**?done=draft");
    });
    await click(page, "Save draft");
    const told = await page.getByRole("main").textContent();
    assert.match(told, /Ann Example saved this on/);
    assert.match(told, /Written first/);
    assert.equal(await page.getByLabel("Summary").inputValue(), "Written second.");
    await assertFit(page, desktop);
    await click(page, "Save draft");
    await page.waitForURL("**?done=draft");
    assert.equal(await page.getByLabel("Summary").inputValue(), "Written second.");
  });
});
