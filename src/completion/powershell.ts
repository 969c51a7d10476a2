/** Completion for PowerShell 5 and later, on every system. */
import type { CompletedCommand, CompletedOption } from "./command-table.ts";

/** The script, with the help of each command and option as its tip. Paths are left to PowerShell. */
export function powershellScript(commands: readonly CompletedCommand[]): string {
  const entries = commands.map(({ name, help, words, options }) => {
    const lines = options.map(optionEntry).join("\n");
    return `    ${quoted(name)} = @{ Help = ${quoted(help)}; Words = ${list(words)}; Options = @(\n${lines}\n    ) }`;
  });
  return `# plan completion powershell: plan completion powershell | Out-String | Invoke-Expression
Register-ArgumentCompleter -Native -CommandName plan -ScriptBlock {
  param($current, $ast, $position)
  $commands = [ordered]@{
${entries.join("\n")}
  }
  $typed = @($ast.CommandElements | Where-Object { $_.Extent.EndOffset -lt $position } | ForEach-Object { $_.ToString() })
  $command = $typed | Select-Object -Skip 1 | Where-Object { $commands.Contains($_) } | Select-Object -First 1
  $before = $typed | Select-Object -Last 1
  $choices = if (-not $command) {
    $commands.GetEnumerator() | ForEach-Object { @{ Text = $_.Key; Help = $_.Value.Help } }
  } else {
    $option = $commands[$command].Options | Where-Object { $_.Text -eq $before -and $_.Value }
    if ($option) { $option.Words | ForEach-Object { @{ Text = $_; Help = $_ } } }
    elseif ($current -like '-*') { $commands[$command].Options }
    else { $commands[$command].Words | ForEach-Object { @{ Text = $_; Help = $_ } } }
  }
  $choices | Where-Object { $_.Text -and $_.Text -like "$current*" } | ForEach-Object {
    [System.Management.Automation.CompletionResult]::new($_.Text, $_.Text, 'ParameterValue', $_.Help)
  }
}
`;
}

function optionEntry({ flag, help, operand, words }: CompletedOption): string {
  const value = operand === "none" ? "$false" : "$true";
  return `      @{ Text = ${quoted(flag)}; Help = ${quoted(help)}; Value = ${value}; Words = ${list(words)} }`;
}

function list(words: readonly string[]): string {
  return `@(${words.map(quoted).join(", ")})`;
}

/** PowerShell ends a text in single quotes at typographic ones as well. */
function quoted(text: string): string {
  return `'${text.replace(/['‘’‚‛]/g, "$&$&")}'`;
}
