// The description for programs against the running site: for every path and every parameter valid, boundary and hostile values are sent,
// and status, content type and body are checked against what is described. The rule: never a 500, never an answer that is not described.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import Ajv from "ajv/dist/2020.js";
import { Site } from "../site.mjs";

const site = new Site();
const ajv = new Ajv({ strict: false, allErrors: true });
ajv.addFormat("date", /^\d{4}-\d{2}-\d{2}$/);
ajv.addFormat("date-time", /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/);
let described;
const checks = new Map();

before(async () => {
  await site.open();
  described = await (await fetch(`${site.address}/api/openapi.json`)).json();
});
after(() => site.close());

const hostile = [
  "", " ", "0", "-1", "1e9", "99999999999999999999", "null", "true", "NaN", "a".repeat(5000), "\u0000", "\u202e", "é", "💥", "%", "%2e%2e", "../../etc/passwd",
  "' OR 1=1 --", "<script>alert(1)</script>", "${7*7}", "=1+1", "2024-02-30", "0000-00-00", "9999-12-31", "2024-1-1", "２０２４-01-01", "a,b", "[]", "{}", "\r\nx: y",
];

/** Values that a schema allows. */
function valid(schema) {
  if (schema.enum) return schema.enum.slice(0, 4);
  if (schema.format === "date") return ["2024-03-31", "1999-01-01", "2099-12-31"];
  if (schema.type === "integer") return [schema.minimum, schema.maximum ?? schema.minimum + 1, schema.minimum + 1].filter((one) => one !== undefined).map(String);
  return ["legal", "carrow"];
}

/** Values just outside what a schema allows. */
function beyond(schema) {
  if (schema.type === "integer") return [schema.minimum - 1, (schema.maximum ?? 4294967295) + 1, schema.minimum + 0.5].map(String);
  if (schema.maxLength) return ["a".repeat(schema.maxLength), "a".repeat(schema.maxLength + 1)];
  return [];
}

/** Ids that there are, for the names in a path. */
async function known(path) {
  const list = path.startsWith("/arrangements") ? "arrangements" : path.startsWith("/bodies") ? "bodies" : path.startsWith("/services") ? "services" : "opportunities";
  const told = await (await fetch(`${site.address}/${list}.json`)).json();
  return told[list].slice(0, 3).map((one) => one.id ?? one.code);
}

async function asked(path, operation, address) {
  const answer = await fetch(`${site.address}${address}`, { redirect: "manual", headers: { accept: "application/json" } });
  const shown = address.slice(0, 200);
  const text = await answer.text();
  assert.ok(answer.status < 500, `${shown}: ${answer.status}`);
  const type = (answer.headers.get("content-type") ?? "").split(";")[0];
  const plain = operation.responses[String(answer.status)];
  // Beside what is described for an address, the door refuses what is no text, too long or not an address at all.
  assert.ok(plain || [400, 404, 405, 414, 431].includes(answer.status), `${path} ${shown}: ${answer.status} is not described`);
  const schema = answer.status === 200 ? plain.content["application/json"].schema : described.components.schemas.Problem;
  assert.equal(type, answer.status === 200 ? "application/json" : "application/problem+json", shown);
  const key = answer.status === 200 ? path : "problem";
  if (!checks.has(key)) checks.set(key, ajv.compile(schema));
  const check = checks.get(key);
  assert.ok(check(JSON.parse(text)), `${shown}: ${ajv.errorsText(check.errors)}`);
  return { status: answer.status, headers: answer.headers, told: JSON.parse(text) };
}

test("the description names every list and every record", () => {
  assert.equal(described.openapi, "3.1.0");
  for (const path of ["/index.json", "/arrangements.json", "/arrangements/{id}.json", "/bodies/{id}.json", "/totals.json", "/opportunities.json", "/changes.json", "/services/{family}.json", "/checks.json"]) {
    assert.ok(described.paths[path], path);
  }
});

test("for every path and parameter whatever is sent, the answer is one that is described", async () => {
  let requests = 0;
  for (const [path, { get: operation }] of Object.entries(described.paths)) {
    const inPath = operation.parameters.filter((one) => one.in === "path");
    const ids = inPath.length ? await known(path) : [""];
    const filled = (id) => path.replace(/\{[^}]+\}/, encodeURIComponent(id));
    for (const id of ids) {
      const { status } = await asked(path, operation, filled(id));
      assert.equal(status, 200, filled(id));
      requests += 1;
    }
    if (inPath.length) {
      for (const id of hostile.filter((one) => one)) {
        await asked(path, operation, filled(id));
        requests += 1;
      }
    }
    for (const parameter of operation.parameters.filter((one) => one.in === "query")) {
      for (const value of [...valid(parameter.schema), ...beyond(parameter.schema), ...hostile]) {
        await asked(path, operation, `${filled(ids[0] ?? "x")}?${parameter.name}=${encodeURIComponent(value)}`);
        requests += 1;
      }
      if (parameter.schema.enum) {
        for (const value of valid(parameter.schema)) {
          const { status } = await asked(path, operation, `${filled(ids[0] ?? "x")}?${parameter.name}=${encodeURIComponent(value)}`);
          assert.equal(status, 200, `${path} ${parameter.name}=${value}`);
        }
      }
    }
  }
  assert.ok(requests > 300, `only ${requests} requests were sent`);
});

test("every list can be followed piece by piece and shows each record once, at an address that answers", async () => {
  for (const [path, list] of [["/arrangements", "arrangements"], ["/bodies", "bodies"], ["/changes", "changes"]]) {
    const seen = new Set();
    let address = `${path}.json?limit=3`;
    while (address) {
      const { told, headers } = await asked(`${path}.json`, described.paths[`${path}.json`].get, address);
      for (const one of told[list]) {
        const key = one.entry ?? one.id;
        assert.ok(!seen.has(key), `${key} is shown twice`);
        seen.add(key);
      }
      assert.equal(Boolean(headers.get("link")), Boolean(told.next));
      address = told.next?.replace(site.address, "");
      if (!told.next) assert.equal(seen.size, told.count, path);
    }
  }
});

test("an answer that has not changed is not sent again", async () => {
  const first = await fetch(`${site.address}/arrangements.json`);
  const again = await fetch(`${site.address}/arrangements.json`, { headers: { "if-none-match": first.headers.get("etag") } });
  assert.equal(again.status, 304);
});

test("a record that was taken out answers that it is gone, and lists are CSV too", async () => {
  const gone = await fetch(`${site.address}/arrangements/revenues-by-mistake.json`);
  assert.equal(gone.status, 410);
  assert.equal((await gone.json()).title, "This record was taken out");
  for (const list of ["arrangements", "bodies", "services", "changes", "totals", "checks", "opportunities"]) {
    const sheet = await fetch(`${site.address}/${list}.csv`);
    assert.equal(sheet.status, 200, list);
    assert.match(sheet.headers.get("content-type"), /^text\/csv/);
  }
});
