// The frame of the page: title, navigation, what is supposed, and one screen.

import { Component, type ComponentChildren } from "preact";
import { Navigation } from "./parts/navigation";
import type { Dispatch, ScreenProps } from "./parts/props";
import { Suppositions } from "./parts/suppositions";
import { T } from "./parts/text";
import type { Show } from "./answers/answers";
import { Wait } from "./parts/wait";
import { dateText } from "./case/words";
import { AnswerScreen } from "./screens/answer";
import { DraftsScreen } from "./screens/drafts";
import { EvidenceScreen } from "./screens/evidence";
import { FrontierScreen } from "./screens/frontier";
import { MatrixScreen } from "./screens/matrix";
import { MovementsScreen } from "./screens/movements";
import { PackageBuilderScreen } from "./screens/package-builder";
import { RobustnessScreen } from "./screens/robustness";
import { StickingPointsScreen } from "./screens/sticking-points";
import { TimelineScreen } from "./screens/timeline";
import { acceptsText, lessOf } from "./case/movement";
import { enteredShow, known, showOf, showQuestion } from "./state/asking";
import { screenTitles, type Model, type Screen } from "./state/model";
import { trialQuestions } from "./state/trial";
import { namesFor, type Names } from "./case/names";

const screenParts: Record<Screen, (props: ScreenProps) => preact.JSX.Element> = {
  answer: AnswerScreen,
  "sticking-points": StickingPointsScreen,
  movements: MovementsScreen,
  "package-builder": PackageBuilderScreen,
  frontier: FrontierScreen,
  robustness: RobustnessScreen,
  drafts: DraftsScreen,
  timeline: TimelineScreen,
  evidence: EvidenceScreen,
  matrix: MatrixScreen,
};

/// A screen that cannot be drawn must not take the others with it.
class Guard extends Component<{ children: ComponentChildren }, { problem: string | null }> {
  override state = { problem: null as string | null };

  override componentDidCatch(problem: unknown) {
    this.setState({ problem: problem instanceof Error ? problem.message : String(problem) });
  }

  override render() {
    return this.state.problem === null ? (
      this.props.children
    ) : (
      <p class="wait problem" role="alert">
        This screen could not be drawn ({this.state.problem}). The other screens are not affected.
      </p>
    );
  }
}

function viewText(view: string, names: Names): string {
  if (view.startsWith("party:")) {
    return `what ${names.party(view.slice(6))} may see`;
  }
  return view === "public" ? "what everybody may see" : "the mediator's view";
}

/// A movement that the file supposes is told on every screen, as one that is taken as made here.
function FileSupposes({ model }: { model: Model }) {
  const names = namesFor(enteredShow(model));
  const less = lessOf(names.show);
  const each = Object.keys(less).map((party) => acceptsText(party, less, names));
  return each.length === 0 ? null : (
    <p class="file-supposes">
      <b>This file supposes a movement</b>: <T>{each.join("; ")}</T>. Every answer here holds under it alone. Gains stay
      those over what a party has without agreement; under the movement it accepts below 0, down to the points named.
    </p>
  );
}

function Head({ model, names }: { model: Model; names: Names }) {
  const asOf = model.scenario.asOf ?? names.show.as_of;
  const written = model.page.written_with ?? [];
  return (
    <header class="head">
      <p class="head-title">
        <T>{model.page.title}</T>
      </p>
      <p class="head-facts">
        <span>{asOf === null ? "no date entered" : `as of ${dateText(asOf)}`}</span>
        <span>{viewText(model.page.view, names)}</span>
        <span>
          case <code title={model.page.digest}>{model.page.digest.slice(0, 8)}</code>
        </span>
        {written.length > 0 && (
          <span class="written">
            written with{" "}
            <code>
              <T>{written.join(" ")}</T>
            </code>
          </span>
        )}
      </p>
      <FileSupposes model={model} />
    </header>
  );
}

function Foot({ model }: { model: Model }) {
  return (
    <footer class="foot">
      <p class="print-no">
        <button type="button" class="small" onClick={() => print()}>
          Print this screen
        </button>{" "}
        The other screens are printed each by itself.
      </p>
      unbracket {model.page.version}. Everything is worked out inside this file; nothing is sent and nothing is loaded.
      It rates what is acceptable as entered in this case, not what is just or lawful.
    </footer>
  );
}

/// A value tried in the matrix is told of there; on other screens it would be waited for in silence.
function Tried({ model, dispatch }: Pick<ScreenProps, "model" | "dispatch">) {
  const question = model.screen === "matrix" ? undefined : trialQuestions(model)[0];
  return question === undefined ? null : (
    <Wait
      model={model}
      dispatch={dispatch}
      known={known<unknown>(model, question)}
      what="whether the case holds with the value you tried"
      hasOlder={false}
    />
  );
}

/// Everything is named by the case: while the engine reads the one that is supposed, the one before stands.
function ScreenOf({ model, names, dispatch }: ScreenProps) {
  const show = known<Show>(model, showQuestion(model));
  const ScreenPart = screenParts[model.screen];
  const isLate = show.data === null && show.problem === null;
  return (
    <>
      <Tried model={model} dispatch={dispatch} />
      <div class={isLate ? "late" : ""}>
        <Wait model={model} dispatch={dispatch} known={show} what="the case as you suppose it" />
      </div>
      <div class={show.data !== null ? "" : isLate ? "late-stale" : "stale"}>
        <ScreenPart model={model} names={names} dispatch={dispatch} />
      </div>
    </>
  );
}

/// The address stays that of the screen.
function skip(event: Event) {
  event.preventDefault();
  document.getElementById("screen-title")?.focus();
}

export function App({ model, dispatch }: { model: Model; dispatch: Dispatch }) {
  const names = namesFor(showOf(model));
  return (
    <>
      <a class="skip" href="#content" onClick={skip}>
        Skip to the content
      </a>
      <div class="frame">
        <Navigation model={model} dispatch={dispatch} />
        <div class="column">
          <Head model={model} names={names} />
          <Suppositions model={model} names={names} dispatch={dispatch} />
          <main id="content">
            <h1 id="screen-title" tabIndex={-1}>
              {screenTitles[model.screen]}
            </h1>
            <Guard key={model.screen}>
              <ScreenOf model={model} names={names} dispatch={dispatch} />
            </Guard>
          </main>
          <Foot model={model} />
        </div>
      </div>
      <div class="told print-no" role="status" aria-live="polite">
        {model.said}
      </div>
    </>
  );
}
