// The ten screens, each a link with its key.

import { screens, screenTitles, type Model, type Screen } from "../state/model";
import type { Dispatch } from "./props";

function ScreenLink({ screen, at, model, dispatch }: { screen: Screen; at: number; model: Model; dispatch: Dispatch }) {
  const go = (event: Event) => {
    event.preventDefault();
    dispatch({ kind: "go", screen });
  };
  const isHere = model.screen === screen;
  const key = String((at + 1) % 10);
  return (
    <li>
      <a
        href={`#${screen}`}
        aria-current={isHere ? "page" : undefined}
        aria-keyshortcuts={model.views.keysOn ? key : undefined}
        onClick={go}
      >
        {model.views.keysOn && <kbd aria-hidden="true">{key}</kbd>}
        {screenTitles[screen]}
      </a>
    </li>
  );
}

export function Navigation({ model, dispatch }: { model: Model; dispatch: Dispatch }) {
  const { menuOpen, keysOn } = model.views;
  return (
    <nav class={menuOpen ? "nav open" : "nav"} aria-label="Screens">
      <p class="brand">
        <span aria-hidden="true">[&thinsp;]</span> unbracket
      </p>
      <button
        type="button"
        class="menu"
        aria-expanded={menuOpen}
        aria-controls="screens"
        onClick={() => dispatch({ kind: "view", views: { menuOpen: !menuOpen } })}
      >
        {screens.indexOf(model.screen) + 1} of 10: {screenTitles[model.screen]}
        <span aria-hidden="true"> {menuOpen ? "\u25b4" : "\u25be"}</span>
      </button>
      <ol id="screens">
        {screens.map((screen, at) => (
          <ScreenLink screen={screen} at={at} model={model} dispatch={dispatch} />
        ))}
      </ol>
      <label class="nav-note switch">
        <input
          type="checkbox"
          checked={keysOn}
          onChange={() => dispatch({ kind: "view", views: { keysOn: !keysOn } })}
        />
        Keys 1 to 9 and 0 go to a screen
      </label>
    </nav>
  );
}
