import { Group, Title } from "@mantine/core";
import type { ReactNode } from "react";
import { Chip } from "../../ui/chips";

/** A part of the overview: a card with a heading, how many it is about, and what can be done there. */
export function Section(props: {
  id: string;
  title: string;
  count?: number | string;
  /** Whether somebody has to do something. */
  urgent?: boolean;
  action?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section className="card" aria-labelledby={props.id}>
      <Group justify="space-between" mb="md">
        <Group gap="sm">
          <Title order={2} size="h4" id={props.id}>
            {props.title}
          </Title>
          {props.count !== undefined && (
            <Chip color={props.urgent ? "red" : "gray"}>
              {String(props.count)}
            </Chip>
          )}
        </Group>
        {props.action}
      </Group>
      {props.children}
    </section>
  );
}
