// The first screen: the answer, what it turns on, and how far it can be trusted.

import { Heads, Table } from "../parts/table";
import type { Check, Sources } from "../answers/answers";
import { questionsToAsk } from "../case/ask-next";
import { heardOf, type Heard } from "../case/coverage";
import { entriesOf, weakest } from "../case/entries";
import type { Names } from "../case/names";
import { gainAxis } from "../case/scale";
import { answerText, proofText, unusedText } from "../case/sentence";
import { countText, dateText, listText } from "../case/words";
import { GainBar, Pieces } from "../parts/bars";
import { OutcomeList, ToBuilder } from "../parts/outcome";
import { PartyName, PartyNames } from "../parts/party";
import type { ScreenProps } from "../parts/props";
import { BasisTag, Fullness } from "../parts/tags";
import { Hint, Section, T } from "../parts/text";
import { TruthTableView } from "../parts/truth-table";
import { Wait } from "../parts/wait";
import { ask, known } from "../state/asking";

function Verdict({ check, names, dispatch }: { check: Check; names: Names; dispatch: ScreenProps["dispatch"] }) {
  const text = answerText(check, names.show, names.party);
  const outcome = check.outcome ?? check.possible_outcome;
  return (
    <section class={`verdict-box ${check.verdict}`} aria-label="The answer">
      <p class="verdict-sentence">
        <Fullness of={check.verdict} />
        <b>{text.head}</b> <T>{text.body}</T>
      </p>
      {text.more && <p class="verdict-more">{text.more}</p>}
      {check.verdict === "no_agreement" || check.verdict === "contradiction" ? (
        <Reasons check={check} names={names} />
      ) : null}
      {outcome && (
        <details>
          <summary>{check.outcome ? "One such combination" : "One combination that some numbers allow"}</summary>
          <p class="note">An example, not a proposal: it was found first.</p>
          <OutcomeList outcome={outcome} names={names} />
          <ToBuilder outcome={outcome} dispatch={dispatch} />
        </details>
      )}
      <p class="note">
        {proofText(check)} <a href="#matrix">How to check it</a>
      </p>
    </section>
  );
}

/// A "no" comes with entries that cannot all hold, and the weakest of them.
function Reasons({ check, names }: { check: Check; names: Names }) {
  const weak = weakest(entriesOf(names.show), check.rests_on, 2);
  const said = (check.contradicting_statements ?? []).map((id) => names.show.statements.find((each) => each.id === id));
  return (
    <>
      <p>These cannot all hold:</p>
      <ul>
        {check.rests_on.map((address) => (
          <li>
            <T>{names.entry(address)}</T>
          </li>
        ))}
        {said.map((each) => each && <SaidLine who={each.who} claim={each.claim} id={each.id} />)}
      </ul>
      {weak.length > 0 && (
        <p class="note">
          Resting on least:{" "}
          {weak.map((entry, at) => (
            <>
              {at > 0 && "; "}
              <T>{names.entry(entry.entry)}</T> (<T>{entry.text}</T>) <BasisTag basis={entry.basis} />
            </>
          ))}
        </p>
      )}
    </>
  );
}

function SaidLine({ who, claim, id }: { who: string; claim: string; id: string }) {
  return (
    <li>
      <T>{who}</T>: “<T>{claim}</T>” <code>{id}</code>
    </li>
  );
}

type Party = Names["show"]["parties"][number];

function WithoutAgreement({ party }: { party: Party }) {
  return (
    <>
      without agreement <T>{party.fallback?.text ?? "not entered"}</T>{" "}
      {party.fallback && <BasisTag basis={party.fallback.basis} />}
    </>
  );
}

function Excluded({ check, party }: { check: Check; party: Party }) {
  const excluded = check.exclusions[party.id];
  const whole = check.count.outcomes;
  if (excluded === undefined || whole === null || party.fallback === null) {
    return null;
  }
  const inSome = excluded.not_always > excluded.never ? `, ${countText(excluded.not_always)} in some` : "";
  return (
    <span class="note">
      its own number rules out {countText(excluded.never)} of {countText(whole)} in every reading{inSome}
    </span>
  );
}

function Numbers({ check, names }: { check: Check; names: Names }) {
  const isMeasured = Object.keys(check.surplus).length > 0;
  const parties = names.show.parties.filter((party) =>
    isMeasured ? check.surplus[party.id] !== undefined : party.required,
  );
  return (
    <div class="rows">
      {parties.map((party) => {
        const surplus = check.surplus[party.id] ?? null;
        const axis = gainAxis(names.show, party, surplus);
        return (
          <div class="row">
            <div class="row-name">
              <PartyName names={names} id={party.id} />
              <span class="note">
                <WithoutAgreement party={party} />
              </span>
            </div>
            {isMeasured && <GainBar axis={axis} gain={surplus} place={names.partyAt(party.id)} label={party.name} />}
            <Excluded check={check} party={party} />
          </div>
        );
      })}
    </div>
  );
}

function HeardTable({ heard, names }: { heard: Heard[]; names: Names }) {
  return (
    <Table
      label="What was heard from whom"
      head={
        <Heads
          texts={["Entries about", "in its own words", "said by others", "inferred", "assumed", "statements it made"]}
          numbers={[1, 2, 3, 4, 5]}
        />
      }
    >
      {heard.map((row) => (
        <tr>
          <th scope="row">
            <PartyName names={names} id={row.party} />
          </th>
          <td class="num">{row.own}</td>
          <td class="num">{row.others}</td>
          <td class="num">{row.inferred}</td>
          <td class="num assumed-cell">{row.assumed}</td>
          <td class="num">{row.statements}</td>
        </tr>
      ))}
    </Table>
  );
}

function HeardSection({ check, model, names, dispatch }: ScreenProps & { check: Check }) {
  const sources = known<Sources>(model, ask(model, "sources"));
  const { own_words, others_words, inferred, assumed } = check.coverage;
  return (
    <Section id="heard" title="What was heard from whom">
      <Pieces
        of="entries can affect the answer"
        pieces={[
          { name: "in a party’s own words", count: own_words, look: "own" },
          { name: "said by others", count: others_words, look: "others" },
          { name: "inferred", count: inferred, look: "inferred" },
          { name: "assumed", count: assumed, look: "assumed" },
        ]}
      />
      {sources.latest && <HeardTable heard={heardOf(names.show, sources.latest.statements)} names={names} />}
      <Wait model={model} dispatch={dispatch} known={sources} what="the table by party" />
    </Section>
  );
}

function Next({ check, names }: { check: Check; names: Names }) {
  const next = questionsToAsk(check, names, 6);
  return (
    <Section id="next" title="What to ask next">
      {next.length === 0 ? (
        <p>No open question of this file changes the answer, and no single unreported entry settles it.</p>
      ) : (
        <ol class="asks">
          {next.map((question) => (
            <li>
              <T>{question.text}</T>{" "}
              <span class="note">
                <T>{question.why}</T>
              </span>
            </li>
          ))}
        </ol>
      )}
      <Hint>
        <a href="#robustness">Robustness</a> ranks all questions by how far an answer would move the share of sampled
        readings.
      </Hint>
    </Section>
  );
}

function Deadlines({ check, names }: { check: Check; names: Names }) {
  if (check.deadlines.length === 0) {
    return null;
  }
  return (
    <p class="note">
      Deadlines entered:{" "}
      {check.deadlines.map((deadline, at) => (
        <>
          {at > 0 && "; "}
          <T>{[names.party(deadline.party), deadline.title].filter(Boolean).join(": ")}</T> (
          {deadline.hard ? "hard" : "soft"}, {dateText(deadline.date)})
        </>
      ))}
    </p>
  );
}

function Absent({ check, names }: { check: Check; names: Names }) {
  if (check.room === null) {
    return <p>No meeting is entered.</p>;
  }
  const date = dateText(check.room.date);
  return check.room.absent.length === 0 ? (
    <p>All who have to agree were at the last meeting ({date}).</p>
  ) : (
    <p>
      On {date}: <PartyNames names={names} ids={check.room.absent} />.
    </p>
  );
}

function Norms({ names }: { names: Names }) {
  const norms = names.show.limits.filter((limit) => limit.party === "norm");
  if (norms.length === 0) {
    return <p>None are entered: nothing here is measured against law or human rights.</p>;
  }
  return (
    <ul>
      {norms.map((norm) => (
        <li>
          <T>{norm.title ?? norm.text}</T> {!norm.on && "(switched off)"}
        </li>
      ))}
    </ul>
  );
}

function Room({ check, names }: { check: Check; names: Names }) {
  return (
    <div class="pair">
      <Section id="room" title="Who was not in the room">
        <Absent check={check} names={names} />
        <Deadlines check={check} names={names} />
      </Section>
      <Section id="norms" title="Norms">
        <Norms names={names} />
      </Section>
    </div>
  );
}

function NotSaid({ check }: { check: Check }) {
  const unused = unusedText(check);
  return (
    <Section id="not-said" title="What this does not say">
      <ul>
        <li>
          Not how likely an agreement is: an answer holds under these entries, and entries can be wrong or missing.
        </li>
        <li>Not what anybody should give up. It rates what is acceptable as entered, not what is just or lawful.</li>
        <li>Nothing across parties: each party’s points are its own and cannot be compared or added.</li>
        {unused.length > 0 && (
          <li>
            Recorded in this file, but not used for the answer: <T>{listText(unused)}</T>.
          </li>
        )}
      </ul>
    </Section>
  );
}

export function AnswerScreen(props: ScreenProps) {
  const { model, names, dispatch } = props;
  const answer = known<Check>(model, ask(model, "check"));
  const check = answer.latest;
  return (
    <>
      <Wait model={model} dispatch={dispatch} known={answer} what="the answer under what you suppose" />
      {check && (
        <div class={answer.data ? "" : "stale"}>
          <Verdict check={check} names={names} dispatch={dispatch} />
          <TruthTableView check={check} model={model} names={names} dispatch={dispatch} />
          <Next check={check} names={names} />
          <Section
            id="numbers"
            title="The numbers"
            note={
              Object.keys(check.surplus).length === 0
                ? "Each party in its own points; there is no combination to measure."
                : "Each party on its own scale. The mark at 0 is what it has without agreement; the bar is its gain from the combination named above, as far as the entered ranges leave it open."
            }
          >
            <Numbers check={check} names={names} />
          </Section>
          <HeardSection check={check} model={model} names={names} dispatch={dispatch} />
          <Room check={check} names={names} />
          <NotSaid check={check} />
        </div>
      )}
    </>
  );
}
