using System.CommandLine;
using System.CommandLine.Parsing;

namespace Workers.Cli.Running;

/// <summary>
/// Refuses empty and blank values of every option and argument. A script whose variable is unset passes an empty text, and a filter
/// that says nothing would mean everything.
/// </summary>
internal static class BlankValues
{
    /// <summary>Refuses them in a command and in all below it.</summary>
    public static void RefuseIn(Command command)
    {
        foreach (var option in command.Options)
        {
            option.Validators.Add(result => Refuse(result, option.Name, "leave the option out, or give it a value."));
        }

        foreach (var argument in command.Arguments)
        {
            argument.Validators.Add(result => Refuse(result, argument.Name, "give it a value."));
        }

        foreach (var subcommand in command.Subcommands)
        {
            RefuseIn(subcommand);
        }
    }

    private static void Refuse(SymbolResult result, string name, string advice)
    {
        if (result.Tokens.Any(token => string.IsNullOrWhiteSpace(token.Value)))
        {
            result.AddError($"{name} has an empty value, which may be an unset variable: {advice}");
        }
    }
}
