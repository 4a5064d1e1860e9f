// Starts the page: reads what the file holds, shows it, and asks the engine what the page wants.

import { render } from "preact";
import { App } from "./app";
import { Engine } from "./engine/engine";
import { download } from "./parts/save";
import { actionOfKey } from "./state/keys";
import type { Model } from "./state/model";
import { readPage } from "./state/page";
import { firstScreen, placeOf } from "./state/place";
import { wanted } from "./state/questions";
import { isUnsaved, textToSave } from "./state/saving";
import { firstModel, update, type Action } from "./state/update";
import "./style/page.css";
import "./style/parts.css";
import "./style/charts.css";
import "./style/builder.css";
import "./style/screens.css";
import "./style/what-if.css";

function textOf(id: string): string {
  return document.getElementById(id)?.textContent ?? "";
}

/// Whoever pressed something that is there no more goes on near it, not at the top of the file.
function keepFocus(draw: () => void) {
  const before: Element[] = [];
  for (let each = document.activeElement; each !== null && each !== document.body; each = each.parentElement) {
    before.push(each);
  }
  draw();
  if (before.length > 0 && (!before[0]?.isConnected || before[0].matches(":disabled"))) {
    const home = before.find((each) => each.isConnected && !each.matches("main, .column, .frame, #app, :disabled"));
    const near = home?.querySelector<HTMLElement>("button:not(:disabled), input:not(:disabled), select, a[href]");
    (near ?? document.getElementById("screen-title"))?.focus({ preventScroll: true });
  }
}

/// To the part that was named, else to the top; its title is read out.
function showPart(part: string | null) {
  const title = part === null ? null : document.getElementById(`${part}-title`);
  if (title) {
    title.tabIndex = -1;
    title.scrollIntoView();
    title.focus({ preventScroll: true });
  } else {
    window.scrollTo(0, 0);
    document.getElementById("screen-title")?.focus({ preventScroll: true });
  }
}

function mimeOf(name: string): string {
  return name.endsWith(".json") ? "application/json" : "text/plain";
}

const saidFor = 8000;

class PageDriver {
  private model: Model;
  private readonly engine: Engine;
  private saidLast = "";
  private saidTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly root: HTMLElement) {
    const page = readPage(textOf("unbracket-data"));
    const now = () => performance.now();
    this.model = update(firstModel(page), { kind: "go", screen: placeOf(location.hash).screen ?? firstScreen });
    this.engine = new Engine(textOf("unbracket-engine"), page.files, {
      started: (key) => this.dispatch({ kind: "started", key, at: now() }),
      progressed: (key, part) => this.dispatch({ kind: "progress", key, part }),
      replied: (key, slot, reply) => this.dispatch({ kind: "replied", key, slot, reply, at: now() }),
      failed: (key, message) => this.dispatch({ kind: "failed", key, message }),
      dropped: (key) => this.dispatch({ kind: "dropped", key }),
    });
  }

  start() {
    this.root.replaceChildren();
    this.draw();
    // The first screen is drawn before the engine is unpacked.
    setTimeout(() => this.engine.want(wanted(this.model)), 0);
    window.addEventListener("beforeunload", (event) => {
      if (isUnsaved(this.model)) {
        event.preventDefault();
      }
    });
    window.addEventListener("hashchange", () => this.followHash());
    window.addEventListener("keydown", (event) => {
      const action = actionOfKey(event, this.model);
      if (action !== null) {
        event.preventDefault();
        this.dispatch(action);
      }
    });
  }

  private draw() {
    render(<App model={this.model} dispatch={(action) => this.dispatch(action)} />, this.root);
  }

  private dispatch(action: Action) {
    const before = this.model;
    this.model = update(before, action);
    if (this.model === before) {
      return;
    }
    const isOther = this.model.screen !== before.screen;
    if (isOther && placeOf(location.hash).screen !== this.model.screen) {
      history.pushState(null, "", `#${this.model.screen}`);
    }
    keepFocus(() => this.draw());
    this.engine.want(wanted(this.model));
    if (isOther) {
      showPart(placeOf(location.hash).part);
    }
    this.offer();
    this.endSaid();
  }

  /// What was said stays long enough to be read.
  private endSaid() {
    const { said } = this.model;
    if (said !== this.saidLast) {
      clearTimeout(this.saidTimer);
      this.saidLast = said;
      this.saidTimer = setTimeout(() => this.dispatch({ kind: "say", text: "" }), saidFor);
    }
  }

  /// What the engine has written to be kept is offered by the browser.
  private offer() {
    const file = textToSave(this.model);
    if (file !== null) {
      if (file.text !== null) {
        download(file.name, file.text, mimeOf(file.name));
      }
      this.dispatch({ kind: "saved", text: file.text === null ? "No certificate was found" : `Saved as ${file.name}` });
    }
  }

  private followHash() {
    const { screen, part } = placeOf(location.hash);
    if (screen !== null && screen !== this.model.screen) {
      this.dispatch({ kind: "go", screen });
    } else if (part !== null) {
      showPart(part);
    }
  }
}

/// What is folded on the screen is printed, and folded again afterwards.
function openForPrint() {
  let opened: HTMLDetailsElement[] = [];
  window.addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll<HTMLDetailsElement>("details:not([open])")];
    opened.forEach((details) => (details.open = true));
  });
  window.addEventListener("afterprint", () => opened.forEach((details) => (details.open = false)));
}

/// A file that was cut off says so instead of staying white.
function sayBroken(root: HTMLElement, error: unknown) {
  const said = document.createElement("p");
  said.className = "wait problem";
  said.setAttribute("role", "alert");
  said.textContent = `This report cannot be shown: ${error instanceof Error ? error.message : String(error)}. The file may have been cut off when it was sent or saved; ask for it again.`;
  root.replaceChildren(said);
}

const root = document.getElementById("app");
if (root !== null) {
  try {
    new PageDriver(root).start();
    openForPrint();
  } catch (error) {
    sayBroken(root, error);
  }
}
