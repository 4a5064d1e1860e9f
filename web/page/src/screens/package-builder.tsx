// Put a package together, and see at once who accepts it and why others do not.

import type { Acceptance, DraftScore, PartyScore, Party } from "../answers/answers";
import { gainAxis } from "../case/scale";
import { counted, rangeText } from "../case/words";
import { GainBar } from "../parts/bars";
import { OptionRow } from "../parts/option-row";
import { PartyName } from "../parts/party";
import type { ScreenProps } from "../parts/props";
import { Reasons } from "../parts/reasons";
import { copy, download } from "../parts/save";
import { Suggestions } from "../parts/suggestions";
import { AcceptanceTag, Fullness } from "../parts/tags";
import { Wait } from "../parts/wait";
import { known } from "../state/asking";
import { draftId, draftLayer, draftLayerJson, draftTable, packageOf, settledOf } from "../state/builder";
import { builderQuestion } from "../state/questions";

const allWords: Record<string, string> = {
  surely: "All who have to agree accept this package in every reading.",
  possibly: "Not settled: all who have to agree accept it in some readings, not in all.",
  never: "Not acceptable to all who have to agree, in any reading and however it is completed.",
  no_reading: "The entries contradict each other, so nothing can be said.",
};

function allText(agreement: Acceptance, openCount: number): string {
  if (agreement === "possibly" && openCount > 0) {
    return `It can still become acceptable to all who have to agree: ${counted(openCount, "point")} still open.`;
  }
  return allWords[agreement] ?? agreement;
}

function PartyCard({
  party,
  score,
  names,
  isOpen,
}: {
  isOpen: boolean;
  party: Party;
  score: PartyScore;
  names: ScreenProps["names"];
}) {
  return (
    <section class="party-card" aria-label={party.name} data-party={party.id} data-accepts={score.accepts}>
      <p class="party-card-head">
        <PartyName names={names} id={party.id} />
        <AcceptanceTag accepts={score.accepts} isOpen={isOpen} />
      </p>
      <GainBar
        axis={gainAxis(names.show, party, score.surplus)}
        gain={score.surplus}
        place={names.partyAt(party.id)}
        label={party.name}
      />
      <p class="note">
        gain {rangeText(score.surplus)}
        {!score.required && (score.counted ? " · counts, is not required" : " · its consent is not needed")}
      </p>
      <Reasons objections={score.objections} names={names} />
    </section>
  );
}

function Cards({ score, names, isOpen }: { score: DraftScore; names: ScreenProps["names"]; isOpen: boolean }) {
  const parties = names.show.parties.filter((party) => score.parties[party.id] !== undefined);
  const isNeeded = (party: Party) => score.parties[party.id]?.counted ?? false;
  const card = (party: Party) => (
    <PartyCard party={party} score={score.parties[party.id] as PartyScore} names={names} isOpen={isOpen} />
  );
  const others = parties.filter((party) => !isNeeded(party));
  return (
    <>
      {parties.filter(isNeeded).map(card)}
      {others.length > 0 && (
        <details>
          <summary>Others, whose consent is not needed</summary>
          {others.map(card)}
        </details>
      )}
    </>
  );
}

function Scores({ model, names, dispatch }: ScreenProps) {
  const answer = known<DraftScore>(model, builderQuestion(model, "score"));
  const score = answer.latest;
  const openCount = names.show.issues.length - Object.keys(settledOf(model.builder.now)).length;
  const took = model.replies[answer.question.key]?.took;
  const isBusy = answer.data === null;
  return (
    <div class="scores" tabIndex={0} role="region" aria-label="Who accepts it" aria-busy={isBusy} id="scores">
      <p class="scores-all" role="status">
        {score && <Fullness of={score.agreement} />}
        {score ? allText(score.agreement, openCount) : "Working…"}
      </p>
      {answer.problem && <Wait model={model} dispatch={dispatch} known={answer} what="who accepts this package" />}
      {score && score.broken.length > 0 && <Reasons objections={score.broken} names={names} />}
      {score && <Cards score={score} names={names} isOpen={openCount > 0} />}
      {took !== undefined && <p class="note print-no">answered in {Math.round(took)} ms</p>}
    </div>
  );
}

/// On a narrow screen the bars are far from the options: who accepts stands at its foot, too.
function ScoreLine({ model, names }: Pick<ScreenProps, "model" | "names">) {
  const score = known<DraftScore>(model, builderQuestion(model, "score")).latest;
  const parties = names.show.parties.filter((party) => score?.parties[party.id]?.counted);
  return (
    <p class="score-line print-no" aria-hidden="true">
      {parties.map((party) => (
        <span>
          <PartyName names={names} id={party.id} /> <Fullness of={score?.parties[party.id]?.accepts ?? ""} />
        </span>
      ))}
    </p>
  );
}

function StartFrom({ model, names, dispatch }: ScreenProps) {
  const check = model.page.answers["check"] as
    { outcome?: Record<string, string>; possible_outcome?: Record<string, string> } | undefined;
  const example = check?.outcome ?? check?.possible_outcome;
  const start = (event: Event) => {
    const chosen = (event.currentTarget as HTMLSelectElement).value;
    const draft = names.show.drafts.find((each) => `draft ${each.id}` === chosen);
    const now = chosen === "example" && example ? example : (draft?.content ?? {});
    if (chosen !== "") {
      dispatch({ kind: "load", now: packageOf(now) });
      (event.currentTarget as HTMLSelectElement).value = "";
    }
  };
  return (
    <label>
      Start from
      <select onChange={start} aria-label="Start from">
        <option value="">choose…</option>
        <option value="nothing">nothing settled</option>
        {names.show.drafts.map((draft) => (
          <option value={`draft ${draft.id}`}>draft {draft.title}</option>
        ))}
        {example && <option value="example">the combination named in the answer</option>}
      </select>
    </label>
  );
}

function Keep({ model, names, dispatch }: ScreenProps) {
  const id = draftId(names.show.drafts.map((draft) => draft.id));
  const { now } = model.builder;
  const caseText = model.page.files[model.page.operands[0] ?? ""] ?? "";
  const say = (text: string) => dispatch({ kind: "say", text });
  const copied = async () =>
    say((await copy(draftTable(id, now))) ? "Copied as a draft" : "The browser does not allow copying");
  return (
    <div class="card print-no">
      <h2>Keep it</h2>
      <div class="tools">
        <button type="button" onClick={copied}>
          Copy as a draft
        </button>
        <button
          type="button"
          onClick={() => download("case-with-package.toml", `${caseText.trimEnd()}\n\n${draftTable(id, now)}`)}
        >
          Save case with it (TOML)
        </button>
        <button type="button" onClick={() => download("package.toml", draftLayer(id, now))}>
          Save alone (TOML)
        </button>
        <button type="button" onClick={() => download("package.json", draftLayerJson(id, now), "application/json")}>
          Save alone (JSON)
        </button>
      </div>
      <p class="note">
        Alone it is a layer: <code>unbracket score CASE.toml package.toml --draft {id}</code>
      </p>
    </div>
  );
}

function Tools(props: ScreenProps) {
  const { model, dispatch } = props;
  const { past, now, future } = model.builder;
  const isEmpty = Object.keys(settledOf(now)).length === 0;
  return (
    <div class="tools">
      <StartFrom {...props} />
      <button
        type="button"
        disabled={past.length === 0}
        aria-keyshortcuts="Control+Z"
        onClick={() => dispatch({ kind: "undo" })}
      >
        Undo
      </button>
      <button
        type="button"
        disabled={future.length === 0}
        aria-keyshortcuts="Control+Y"
        onClick={() => dispatch({ kind: "redo" })}
      >
        Redo
      </button>
      <button type="button" disabled={isEmpty} onClick={() => dispatch({ kind: "load", now: {} })}>
        Clear
      </button>
    </div>
  );
}

export function PackageBuilderScreen(props: ScreenProps) {
  const { model, names, dispatch } = props;
  const { now } = model.builder;
  return (
    <>
      <p class="note">
        Choose an option for every point. Each bar shows a party’s gain over what it has without agreement (0), in its
        own points, with its range. A point left open may still go any way.
      </p>
      <Tools {...props} />
      <div class="builder">
        <div class="option-rows">
          {names.show.issues.map((issue) => (
            <OptionRow issue={issue} chosen={now[issue.id] ?? null} names={names} dispatch={dispatch} />
          ))}
        </div>
        <Scores {...props} />
        <ScoreLine model={model} names={names} />
      </div>
      <Suggestions {...props} />
      <Keep {...props} />
    </>
  );
}
