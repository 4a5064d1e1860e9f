// Starts the page: reads what the file holds, shows it, and asks the engine what the page wants.

import { render } from "preact";
import { App } from "./app";
import { Engine } from "./engine/engine";
import { actionOfKey } from "./state/keys";
import type { Model } from "./state/model";
import { readPage } from "./state/page";
import { wanted } from "./state/questions";
import { firstModel, screenNamed, update, type Action } from "./state/update";
import "./style/page.css";
import "./style/parts.css";
import "./style/charts.css";
import "./style/screens.css";

function textOf(id: string): string {
  return document.getElementById(id)?.textContent ?? "";
}

function start(root: HTMLElement) {
  const page = readPage(textOf("unbracket-data"));
  let model: Model = firstModel(page);
  const engine = new Engine(textOf("unbracket-engine"), page.files, dispatch);

  function dispatch(action: Action) {
    const before = model;
    model = update(model, action);
    if (model === before) {
      return;
    }
    if (model.screen !== before.screen) {
      history.replaceState(null, "", `#${model.screen}`);
    }
    render(<App model={model} dispatch={dispatch} />, root);
    engine.want(wanted(model));
    if (model.screen !== before.screen) {
      window.scrollTo(0, 0);
      document.getElementById("screen-title")?.focus({ preventScroll: true });
    }
  }

  const followHash = () => {
    const screen = screenNamed(location.hash.slice(1));
    if (screen !== null) {
      dispatch({ kind: "go", screen });
    }
  };
  model = update(model, { kind: "go", screen: screenNamed(location.hash.slice(1)) ?? "answer" });
  render(<App model={model} dispatch={dispatch} />, root);
  // The first screen is drawn before the engine is unpacked.
  setTimeout(() => engine.want(wanted(model)), 0);
  window.addEventListener("hashchange", followHash);
  openForPrint();
  window.addEventListener("keydown", (event) => {
    const action = actionOfKey(event, model);
    if (action !== null) {
      event.preventDefault();
      dispatch(action);
    }
  });
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

const root = document.getElementById("app");
if (root !== null) {
  start(root);
}
