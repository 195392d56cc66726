import { CloseButton, Group, Text, TextInput } from "@mantine/core";
import { MagnifyingGlassIcon } from "@radix-ui/react-icons";
import type { ReactNode } from "react";
import { useSearchParams } from "wouter";
import { Empty } from "../../ui/load";
import style from "./settings.module.css";

/** How many items a list has before it can be searched. */
const searchableFrom = 9;

/** A list by name, with a search where it is long (`?search=`). */
export function ItemList<Item extends { id: string; name: string }>(props: {
  items: Item[];
  /** What they are: one and several. */
  one: string;
  many: string;
  /** What is said where there is none. */
  empty: string;
  /** What else an item is found by. */
  alsoBy?: (item: Item) => string;
  children: (item: Item) => ReactNode;
}) {
  const { items, one, many } = props;
  const [params, setParams] = useSearchParams();
  const search = params.get("search") ?? "";
  const wanted = search.trim().toLocaleLowerCase();
  const found = items.filter((item) =>
    `${item.name} ${props.alsoBy?.(item) ?? ""}`
      .toLocaleLowerCase()
      .includes(wanted),
  );
  const look = (text: string) =>
    setParams(text ? { search: text } : {}, { replace: true });
  const total = `${items.length.toLocaleString()} ${items.length === 1 ? one : many}`;

  return (
    <section className="card" aria-label={many}>
      <Group justify="space-between" mb="xs">
        <Text size="sm" c="dimmed" role="status" className="numbers">
          {wanted ? `${found.length.toLocaleString()} of ${total}` : total}
        </Text>
        {(items.length >= searchableFrom || search) && (
          <TextInput
            aria-label={`Search ${many}`}
            placeholder="Search"
            value={search}
            onChange={(event) => look(event.currentTarget.value)}
            onKeyDown={(event) => event.key === "Escape" && look("")}
            leftSection={<MagnifyingGlassIcon />}
            rightSection={
              search && (
                <CloseButton
                  aria-label="Clear the search"
                  onClick={() => look("")}
                />
              )
            }
          />
        )}
      </Group>
      {items.length === 0 ? (
        <Empty title={`No ${many} yet`}>{props.empty}</Empty>
      ) : found.length === 0 ? (
        <Empty title={`No ${one} of that name`}>
          Try a part of the name, or clear the search.
        </Empty>
      ) : (
        <ul className={style.items}>
          {found.map((item) => (
            <li key={item.id} className={style.item}>
              {props.children(item)}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
