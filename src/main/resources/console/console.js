// The browser judges nothing: texts go to the server, and what it answers is shown as text.
const byId = (id) => document.getElementById(id);
const text = byId("text");
let repaired = "";
let asked = 0;
let unsaved = false;

async function ask(path, body) {
  const answer = await fetch(path, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });
  return answer.ok ? answer.json() : { refused: await answer.text() };
}

function item(finding) {
  const li = document.createElement("li");
  li.className = finding.effect;
  const place = document.createElement("button");
  place.type = "button";
  place.textContent = `Line ${finding.line}`;
  place.addEventListener("click", () => select(finding.line));
  const words = document.createElement("span");
  words.textContent = ` ${finding.effect}: ${finding.title}: ${finding.fact} ${finding.remedy} `;
  li.append(place, words);
  if (finding.code) {
    const why = document.createElement("a");
    why.href = `/rules/${encodeURIComponent(finding.code)}`;
    why.textContent = `Why ${finding.code}`;
    li.append(why);
  }
  return li;
}

function select(line) {
  const lines = text.value.split("\n");
  const start = lines.slice(0, line - 1).reduce((sum, it) => sum + it.length + 1, 0);
  text.focus();
  text.setSelectionRange(start, start + (lines[line - 1] ?? "").length);
}

async function check() {
  const number = ++asked;
  const review = await ask("/api/check", { text: text.value });
  if (number !== asked) return; // a later text is under way
  repaired = review.repaired ?? text.value;
  byId("repair").disabled = repaired === text.value;
  byId("findings").replaceChildren(...(review.findings ?? []).map(item));
  if (review.refused) byId("findings").textContent = review.refused;
  if (byId("check")) {
    byId("check").textContent = review.text ?? review.refused;
    const explained = await ask("/api/explain", { text: text.value });
    if (number === asked) byId("explain").textContent = explained.text ?? explained.refused;
  }
}

function changed() {
  unsaved = true;
  if (text.dataset.draft) sessionStorage.setItem(text.dataset.draft, text.value);
  check();
}

if (text) {
  const kept = text.dataset.draft && sessionStorage.getItem(text.dataset.draft);
  if (kept) text.value = kept;
  text.addEventListener("input", changed);
  byId("repair").addEventListener("click", () => {
    text.value = repaired;
    changed();
  });
  byId("download").addEventListener("click", () => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text.value], { type: "application/yaml" }));
    link.download = "network.yaml";
    link.click();
    URL.revokeObjectURL(link.href);
    unsaved = false;
  });
  window.addEventListener("beforeunload", (event) => {
    if (unsaved && !text.dataset.draft) event.preventDefault();
  });
  if (text.value) check();
}

const draft = byId("draft");
if (draft) {
  byId("ipam").addEventListener("change", () => {
    for (const set of draft.querySelectorAll("[data-ipam]")) {
      set.hidden = set.disabled = set.dataset.ipam !== byId("ipam").value;
    }
  });
  draft.addEventListener("submit", async (event) => {
    event.preventDefault();
    const { "metadata.name": name, "metadata.namespace": namespace, ...fields } = Object.fromEntries(new FormData(draft));
    const made = await ask("/api/draft", { type: draft.dataset.type, name, namespace, fields });
    byId("refused").textContent = made.refused ?? "";
    if (made.text) {
      text.value = made.text;
      changed();
    }
  });
}
