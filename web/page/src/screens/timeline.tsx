// What happened when, and what the answer was after it. A date can be taken as today for the whole page.

import type { ComponentChildren } from "preact";
import { Heads, Table } from "../parts/table";
import type { Occurrence, Timeline, TimelineDate, Trend } from "../answers/answers";
import type { Names } from "../case/names";
import { bestText, dateToSuppose, indexAt } from "../case/time-line";
import { counted, dateText, rangeText } from "../case/words";
import { NoAnswer } from "../parts/no-answer";
import { PartyName } from "../parts/party";
import type { ScreenProps } from "../parts/props";
import { StepsSection } from "../parts/steps";
import { Fullness, VerdictTag } from "../parts/tags";
import { Section, T } from "../parts/text";
import { Below, Wait } from "../parts/wait";
import { enteredShow, known } from "../state/asking";
import { timelineQuestion } from "../state/questions";

const lanes: [string, string[]][] = [
  ["Events", ["event", "informed"]],
  ["Drafts", ["draft"]],
  ["Statements", ["statement", "claim"]],
  ["Levers and costs", ["driver", "full"]],
  ["Entries, deadlines", ["change", "fallback", "deadline"]],
];

const kindWords: Record<string, string> = {
  event: "event",
  informed: "told",
  draft: "draft",
  statement: "said",
  claim: "figure",
  driver: "lever or cost",
  full: "in full force",
  change: "entries changed",
  fallback: "without agreement",
  deadline: "deadline",
};

function dayOf(date: string): number {
  return Date.parse(date) / 86_400_000;
}

/// Where a date lies from the first to the last, in percent.
function placeOf(date: string, dates: TimelineDate[]): number {
  const first = dayOf(dates[0]?.date ?? date);
  const last = dayOf(dates.at(-1)?.date ?? date);
  return last === first ? 50 : ((dayOf(date) - first) / (last - first)) * 100;
}

/// Dates far apart leave the rest in a heap; so steps are even, and the gaps are written between them.
function evenPlace(at: number, count: number): number {
  return count < 2 ? 50 : (at / (count - 1)) * 100;
}

function Lane({ name, look, children }: { name: string; look?: string; children: ComponentChildren }) {
  return (
    <div class="time-lane">
      <span class="time-name">{name}</span>
      <span class={`time-track ${look ?? ""}`}>{children}</span>
    </div>
  );
}

function Dots({ dates, kinds, now }: { dates: TimelineDate[]; kinds: string[]; now: number }) {
  const left = (at: number) => ({ left: `${evenPlace(at, dates.length)}%` });
  return (
    <>
      {dates.map((each, at) => {
        const count = each.occurrences.filter((one) => kinds.includes(one.kind)).length;
        return count === 0 ? null : (
          <span class={at <= now ? "time-dot" : "time-dot later"} style={left(at)} title={dateText(each.date)}>
            {count > 1 ? count : ""}
          </span>
        );
      })}
      {now >= 0 && <span class="time-now" style={left(now)} />}
    </>
  );
}

/// The first date, the last, and the one that holds, where they do not cover each other.
export function namedDates(dates: TimelineDate[], now: number): number[] {
  const last = dates.length - 1;
  const isApart = (at: number) => Math.min(at, last - at) / Math.max(last, 1) > 0.22;
  return [...new Set([0, ...(isApart(now) ? [now] : []), last])];
}

function dateStyle(at: number, count: number) {
  const place = evenPlace(at, count);
  const shift = count < 2 ? -50 : at === 0 ? 0 : at === count - 1 ? -100 : -50;
  return { left: `${place}%`, transform: `translateX(${shift}%)` };
}

function Line({ dates, now }: { dates: TimelineDate[]; now: number }) {
  return (
    <div class="time-line" aria-hidden="true">
      {lanes.map(([name, kinds]) => (
        <Lane name={name}>
          <Dots dates={dates} kinds={kinds} now={now} />
        </Lane>
      ))}
      <Lane name="Answer">
        {dates.map((each, at) => (
          <span class="time-verdict" style={{ left: `${evenPlace(at, dates.length)}%` }}>
            <Fullness of={each.verdict ?? ""} />
          </span>
        ))}
      </Lane>
      <Lane name="Dates" look="dates">
        {namedDates(dates, now).map((at) => (
          <span class="time-date" style={dateStyle(at, dates.length)}>
            {dateText(dates[at]?.date ?? null)}
          </span>
        ))}
      </Lane>
      <Lane name="True to scale">
        {dates.map((each) => (
          <span class="time-tick" style={{ left: `${placeOf(each.date, dates)}%` }} title={dateText(each.date)} />
        ))}
      </Lane>
    </div>
  );
}

function Slider({ model, dispatch, dates, now }: ScreenProps & { dates: TimelineDate[]; now: number }) {
  const { asOf } = model.scenario;
  const own = enteredShow(model).as_of;
  const move = (event: Event) => {
    const at = Number((event.currentTarget as HTMLInputElement).value);
    // Back on the date that the file gives itself nothing is supposed.
    dispatch({ kind: "as-of", date: dateToSuppose(dates, at, own) });
  };
  const first = Math.min(0, indexAt(dates, own));
  const text = asOf === null ? (own === null ? "every date" : `${dateText(own)}, the file’s own date`) : dateText(asOf);
  return (
    <div class="time-slider">
      <label>
        <span>
          The page with what was entered for <b>{text}</b>
        </span>
        <input
          type="range"
          min={first}
          max={dates.length - 1}
          step={1}
          value={now}
          style={{ "--early": first < 0 && dates.length > 1 ? 1 / (dates.length - 1) : 0 }}
          aria-valuetext={text}
          onInput={move}
        />
      </label>
      <button type="button" disabled={asOf === null} onClick={() => dispatch({ kind: "as-of", date: null })}>
        The file’s own date
      </button>
    </div>
  );
}

function Items({ items, names }: { items: Occurrence[]; names: Names }) {
  const claim = (item: Occurrence) =>
    item.kind === "statement" ? names.show.statements.find((said) => said.id === item.id)?.claim : undefined;
  return (
    <ul class="items">
      {items.map((item) => (
        <li>
          <span class="kind">{kindWords[item.kind] ?? item.kind}</span>{" "}
          <span title={item.id}>
            <T>{item.kind === "statement" ? item.text.replace(` (${item.id})`, "") : item.text}</T>
          </span>
          {claim(item) && (
            <span class="claim">
              <T>{claim(item)}</T>
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}

function Day({ day, names, isLater, ahead }: { day: TimelineDate; names: Names; isLater: boolean; ahead: boolean }) {
  return (
    <li class={isLater ? "day later" : "day"}>
      <p class="day-head">
        <time dateTime={day.date}>{dateText(day.date)}</time> <VerdictTag verdict={day.verdict} />
        {ahead && <span class="note">entered ahead of its time</span>}
      </p>
      <Items items={day.occurrences} names={names} />
      {day.entries.length > 0 && (
        <details>
          <summary>{counted(day.entries.length, "entry changes", "entries change")}</summary>
          <ul>
            {day.entries.map((change) => (
              <li>
                <T>{names.entry(change.entry)}</T>:{" "}
                <T>{change.before ? `${change.before.text} (${change.before.basis})` : "not entered"}</T> →{" "}
                <T>{change.after ? `${change.after.text} (${change.after.basis})` : "gone"}</T>
              </li>
            ))}
          </ul>
        </details>
      )}
    </li>
  );
}

function LeverText({ lever, names }: { lever: Trend["levers"][number]; names: Names }) {
  const parts = [
    lever.direction ?? "",
    lever.points === null ? "" : rangeText(lever.points),
    lever.by === null ? "" : `by ${names.party(lever.by)}`,
    lever.through === null ? "" : `through ${names.party(lever.through)}`,
  ];
  return (
    <span class="block">
      <T>{lever.title}</T> <span class="note">{parts.filter((part) => part !== "").join(", ")}</span>
    </span>
  );
}

function TrendRow({ trend, names }: { trend: Trend; names: Names }) {
  const isDraft = trend.as_draft !== null && trend.without_agreement === null;
  return (
    <tr>
      <th scope="row">
        <PartyName names={names} id={trend.party} />
      </th>
      <td>
        <T>{isDraft ? `as good as “${names.draft(trend.as_draft ?? "")}”` : rangeText(trend.without_agreement)}</T>
      </td>
      <td>{bestText(trend.best)}</td>
      <td>
        {trend.levers.length === 0
          ? "none entered"
          : trend.levers.map((lever) => <LeverText lever={lever} names={names} />)}
      </td>
    </tr>
  );
}

const trendHeads = [
  "Party",
  "without agreement",
  "the best agreement others accept is worth more by",
  "levers and costs on it (not used for any verdict)",
];

function Trends({ trends, names, isNone }: { trends: Trend[]; names: Names; isNone: boolean }) {
  return trends.length === 0 ? (
    <p>{isNone ? <NoAnswer /> : "Nothing is known of this on that date."}</p>
  ) : (
    <Table label="What parties have without agreement" head={<Heads texts={trendHeads} />}>
      {trends.map((trend) => (
        <TrendRow trend={trend} names={names} />
      ))}
    </Table>
  );
}

function trendAt(timeline: Timeline, now: number): Trend[] {
  const known = timeline.dates
    .slice(0, now + 1)
    .map((each) => each.trend)
    .filter((trend) => trend !== null);
  return known.at(-1) ?? timeline.before?.trend ?? [];
}

function Dated(props: ScreenProps & { timeline: Timeline }) {
  const { model, names, timeline } = props;
  const { dates, entered_ahead_after: own } = timeline;
  const now = indexAt(dates, model.scenario.asOf ?? names.show.as_of);
  return (
    <>
      <Slider {...props} dates={dates} now={now} />
      <Line dates={dates} now={now} />
      <p class="note">
        Steps are even here; the lowest line is true to scale. Each date is read as if nothing later existed; what the
        file gives no date for stands throughout.
        {model.scenario.movement !== null &&
          " The movement that is taken as made is left out on this screen: it changes nothing of the past."}
      </p>
      <Section id="days" title="Date by date">
        <ol class="days">
          {dates.map((day, at) => (
            <Day day={day} names={names} isLater={at > now} ahead={own !== null && day.date > own} />
          ))}
        </ol>
      </Section>
      <Section id="trend" title="Without agreement, then" note="Each party in its own points.">
        <Trends trends={trendAt(timeline, now)} names={names} isNone={dates[now]?.verdict === "contradiction"} />
      </Section>
    </>
  );
}

function Undated({ items, names }: { items: Occurrence[]; names: Names }) {
  return items.length === 0 ? null : (
    <Section id="undated" title="Without a date">
      <details>
        <summary>
          {counted(items.length, "item")} that the file gives no date for: they stand throughout, on every date
        </summary>
        <Items items={items} names={names} />
      </details>
    </Section>
  );
}

export function TimelineScreen(props: ScreenProps) {
  const { model, names, dispatch } = props;
  const answer = known<Timeline>(model, timelineQuestion(model));
  const timeline = answer.latest;
  return (
    <>
      <Wait model={model} dispatch={dispatch} known={answer} what="the answer after every date" />
      {timeline?.dates.length === 0 && (
        <p>
          Nothing in this file has a date. Where statements, drafts, meetings or levers have one, they stand here in
          order, with the answer after each.
        </p>
      )}
      {timeline && timeline.dates.length > 0 && (
        <Below known={answer}>
          <Dated {...props} timeline={timeline} />
        </Below>
      )}
      <StepsSection {...props} />
      {timeline && <Undated items={timeline.undated} names={names} />}
    </>
  );
}
