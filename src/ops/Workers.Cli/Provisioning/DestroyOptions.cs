using System.CommandLine;
using Spectre.Console;
using Workers.Cli.Running;
using Workers.Contracts;

namespace Workers.Cli.Provisioning;

/// <summary>
/// What destroy wants to hear before it deletes a fleet: its name, typed. A yes is given by habit, and a script that says one may be
/// pointed at another fleet by a variable.
/// </summary>
internal sealed class DestroyOptions
{
    private const string ForeignRulesName = "--foreign-rules";

    private readonly Option<string?> _confirm = new("--confirm")
    {
        Description = $"The prefix of the fleet that is deleted, or {Topology.Bus} where there is none: then it does not ask.",
        HelpName = "PREFIX",
    };

    private readonly Option<bool> _foreignRules = new(ForeignRulesName)
    {
        Description = "Also deletes rules that somebody added to the bus. Without it, such rules are named and nothing is deleted.",
    };

    public Option[] All => [_confirm, _foreignRules];

    public bool TakesForeignRules(ParseResult arguments) => arguments.GetValue(_foreignRules);

    /// <summary>Returns when the fleet was named.</summary>
    /// <exception cref="CommandFailedException">Another one was, or nobody is here to name one.</exception>
    public async Task ConfirmAsync(Session session, ParseResult arguments, CancellationToken cancellationToken)
    {
        var name = session.Naming.Prefix.Length == 0 ? Topology.Bus : session.Naming.Prefix;
        if (arguments.GetValue(_confirm) is { } given)
        {
            Require(given, name);
            return;
        }

        session.RequireSomebody($"--confirm {name}");
        var prompt = new TextPrompt<string>(
            $"This deletes the whole fleet, with every message and item in it, {session.Target}. Type [bold]{name.EscapeMarkup()}[/] to go on:")
            .AllowEmpty();
        Require(await prompt.ShowAsync(session.Terminal.Out, cancellationToken), name);
    }

    private static void Require(string given, string name)
    {
        if (given != name)
        {
            throw new CommandFailedException($"{given} is not {name}, the fleet that would be deleted. Nothing was done.", ExitCode.NotConfirmed);
        }
    }
}
