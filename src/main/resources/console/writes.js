// Two requests write a network: the first shows what the API server would do, the second names the ticket of the first.
import { ask, byId, diffLines, element, ruleLink, ruleWords, said, say } from "/console.js";

const text = byId("text");
const status = byId("writes-status");
const result = byId("writes-result");
const verbs = { CREATE: "js.create", REPLACE: "js.save", DELETE: "js.delete" };
const done = { CREATE: "js.created", REPLACE: "js.saved", DELETE: "js.deleted" };
let asked = 0;

function forget() {
  asked++;
  status.textContent = "";
  result.replaceChildren();
}

function button(id, words, className, act) {
  const made = element("button", className, words);
  made.id = id;
  made.type = "button";
  made.addEventListener("click", act);
  return made;
}

function link(href, words) {
  const made = element("a", "", words);
  made.href = href;
  return made;
}

function actions(...all) {
  const made = element("p", "actions", "");
  made.append(...all);
  return made;
}

function diff(title, lines) {
  if (!lines.length) return [];
  const pre = element("pre", "diff", "");
  pre.tabIndex = 0;
  pre.setAttribute("aria-label", title);
  pre.append(...diffLines(lines));
  return [element("h3", "", title), pre];
}

function list(title, lines) {
  if (!lines.length) return [];
  const ul = element("ul", "", "");
  ul.append(...lines.map((it) => element("li", "", it)));
  return [element("h3", "", title), ul];
}

function alerts(lines) {
  return lines.map((it) => said(element("p", "alert warning", it)));
}

function showPlan(plan) {
  status.textContent = say("js.planned", plan.cluster);
  const isDeletion = plan.verb === "DELETE";
  const changes = say(isDeletion ? "js.to-delete" : "js.to-change");
  result.replaceChildren(
    ...alerts([...plan.warnings, ...plan.notices]),
    ...list(say("js.users"), plan.users),
    ...(isDeletion && !plan.users.length ? [element("p", "", say("js.no-users"))] : []),
    ...diff(changes, plan.changes),
    ...diff(say("js.to-store"), plan.repairs),
    actions(
      button("confirm", say(verbs[plan.verb], plan.network), isDeletion ? "primary danger" : "primary", () => confirm(plan.ticket)),
      button("cancel", say("js.cancel"), "plain", forget),
    ),
  );
}

function showDone(written) {
  status.textContent = say(done[written.verb], written.network);
  if (text) text.dispatchEvent(new Event("saved"));
  const query = `namespace=${encodeURIComponent(written.namespace)}`;
  const links = [link(`/networks?${query}`, say("js.networks-of", written.namespace))];
  if (written.verb !== "DELETE") {
    links.push(link(`/networks/edit?${query}&name=${encodeURIComponent(written.name)}`, say("js.edit-again")));
  }
  result.replaceChildren(
    ...alerts(written.warnings),
    ...diff(say("js.stored-otherwise"), written.difference),
    actions(...links),
  );
}

function showRefusal(answer) {
  status.textContent = answer.refused;
  const rules = (answer.rules ?? []).map((code) => ruleLink(code, say("js.why", code)));
  const shown = [];
  if (answer.message) shown.push(said(element("p", "alert danger message", answer.message)));
  shown.push(...(answer.rules ?? []).flatMap((code) => ruleWords(answer.words?.[code])));
  if (rules.length) shown.push(actions(...rules));
  shown.push(...diff(say("js.conflict"), answer.difference ?? []));
  if (answer.conflict && byId("plan-deletion")) {
    shown.push(actions(button("reload", say("js.reload"), "", reload)));
  }
  result.replaceChildren(...shown);
}

function reload() {
  text.dispatchEvent(new Event("saved"));
  location.reload();
}

async function run(words, path, body) {
  forget();
  const number = asked;
  status.textContent = words;
  const answer = await ask(`/api/writes/${path}`, body);
  if (number !== asked && path !== "confirm") return; // the text was changed meanwhile
  if (answer.refused !== undefined) showRefusal(answer);
  else if (answer.ticket) showPlan(answer);
  else showDone(answer);
}

function confirm(ticket) {
  run(say("js.writing"), "confirm", { ticket });
}

byId("plan").addEventListener("click", () => run(say("js.asking"), "plan", { text: text.value }));
byId("plan-deletion")?.addEventListener("click", ({ currentTarget }) => {
  const { namespace, name } = currentTarget.dataset;
  run(say("js.asking"), "plan-deletion", { namespace, name });
});
// What was shown is of the text as it was.
for (const event of ["input", "change"]) byId("content").addEventListener(event, forget);
for (const id of ["repair", "reset"]) byId(id).addEventListener("click", forget);
