import { Button, Menu } from "@mantine/core";
import { ViewVerticalIcon } from "@radix-ui/react-icons";
import {
  columnWords,
  optionalColumns,
  type OptionalColumn,
} from "./optional-columns";

/** Adds columns to the list, and takes them away. */
export function ColumnsMenu(props: {
  columns: OptionalColumn[];
  onChoose: (columns: OptionalColumn[]) => void;
}) {
  const { columns, onChoose } = props;
  return (
    <Menu
      position="bottom-end"
      width={200}
      closeOnItemClick={false}
      withInitialFocusPlaceholder={false}
    >
      <Menu.Target>
        <Button
          variant="default"
          leftSection={<ViewVerticalIcon />}
          visibleFrom="sm"
        >
          Columns
        </Button>
      </Menu.Target>
      <Menu.Dropdown aria-label="Columns">
        {optionalColumns.map((column) => {
          const shown = columns.includes(column);
          return (
            <Menu.CheckboxItem
              key={column}
              checked={shown}
              onChange={() =>
                onChoose(
                  optionalColumns.filter((other) =>
                    other === column ? !shown : columns.includes(other),
                  ),
                )
              }
            >
              {columnWords[column]}
            </Menu.CheckboxItem>
          );
        })}
      </Menu.Dropdown>
    </Menu>
  );
}
