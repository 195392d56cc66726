import { useEffect, useRef } from "react";
import { useQuery } from "urql";
import { useRefreshOnChange } from "../../data/live";
import { Cross2Icon } from "@radix-ui/react-icons";
import type { ContactStatus } from "../../gql/graphql";
import {
  everybody,
  inputOf,
  sameFilter,
  statuses,
  type Filter,
} from "./address";
import { contactsCountQuery } from "./contacts-queries";
import { totalOf, type StatusCounts } from "./status-counts";
import { only, type SavedView } from "./saved-views";
import { countWords } from "./words";
import type { Amount } from "./possible";
import classes from "./contacts.module.css";

/** Shown also where nobody stands there; the others only when somebody does. */
const always: ContactStatus[] = [
  "NOT_INVITED",
  "QUEUED",
  "PENDING",
  "EXPIRED",
  "REGISTERED",
];

/** The views: one for each status, then the person's own, each with how many it shows. */
export function Views(props: {
  counts: StatusCounts | undefined;
  filter: Filter;
  own: SavedView[];
  onShow: (filter: Filter) => void;
  onRemove: (view: SavedView) => void;
}) {
  const { counts, filter, onShow } = props;
  const own = props.own.find((view) => sameFilter(view.filter, filter));
  const [status, ...others] = filter.statuses;
  const inStatus = others.length === 0 ? status : undefined;

  return (
    <nav aria-label="Views" className={classes.views}>
      <View
        label="All"
        count={totalOf(counts, everybody)}
        current={!own && filter.statuses.length === 0}
        onShow={() => onShow(everybody)}
      />
      {statuses.map((status) => {
        const found = counts?.find((c) => c.status === status);
        if (!found?.count.value && !always.includes(status)) return null;
        return (
          <View
            key={status}
            label={found?.label ?? "…"}
            count={found?.count}
            current={!own && inStatus === status}
            onShow={() => onShow(only({ statuses: [status] }))}
          />
        );
      })}
      {props.own.map((view) => (
        <OwnView
          key={view.id}
          view={view}
          current={view === own}
          onShow={() => onShow(view.filter)}
          onRemove={() => props.onRemove(view)}
        />
      ))}
    </nav>
  );
}

/** A view of the person's own, which can be removed. */
function OwnView(props: {
  view: SavedView;
  current: boolean;
  onShow: () => void;
  onRemove: () => void;
}) {
  const { view, current } = props;
  const [{ data }, ask] = useQuery({
    query: contactsCountQuery,
    variables: { filter: inputOf(view.filter) ?? {} },
  });
  useRefreshOnChange(() => ask({ requestPolicy: "network-only" }));
  return (
    <span className={classes.ownView}>
      <View
        label={view.name}
        count={data?.contacts.totalCount}
        current={current}
        onShow={props.onShow}
      />
      {current && (
        <button
          type="button"
          className={classes.removeView}
          aria-label={`Remove the view ${view.name}`}
          onClick={props.onRemove}
        >
          <Cross2Icon />
        </button>
      )}
    </span>
  );
}

function View(props: {
  label: string;
  count: Amount | undefined;
  current: boolean;
  onShow: () => void;
}) {
  const { current } = props;
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (current) {
      button.current?.scrollIntoView({ block: "nearest", inline: "nearest" });
    }
  }, [current]);
  return (
    <button
      ref={button}
      type="button"
      className={classes.view}
      aria-current={current ? "true" : undefined}
      onClick={props.onShow}
    >
      {props.label}
      <span className={`${classes.viewCount} numbers`}>
        {props.count ? countWords(props.count) : "–"}
      </span>
    </button>
  );
}
