using System.CommandLine;
using System.Text.RegularExpressions;
using Spectre.Console;
using Workers.Cli.Running;
using Workers.Operations.Replaying;

namespace Workers.Cli.Replaying;

/// <summary>The options of <c>replay</c> that have to do with one order and a bus of its own.</summary>
internal sealed partial class DebugReplayOptions
{
    private readonly Option<string?> _order = new("--order")
    {
        Description = "The events of one order, as the audit trail has them; needs --debug.",
    };

    private readonly Option<string?> _debug = new("--debug")
    {
        Description = "Onto a bus of its own with one rule and one queue, all named debug-NAME, which are made where they are missing.",
        HelpName = "NAME",
        Validators =
        {
            result =>
            {
                foreach (var token in result.Tokens.Where(token => !Name.IsMatch(token.Value)))
                {
                    result.AddError($"--debug {Printable.Of(token.Value)} is no name: take up to 30 small letters, digits and hyphens.");
                }
            },
        },
    };

    private readonly Option<bool> _remove = new("--remove")
    {
        Description = "With --debug alone: deletes that bus, its rule, its queue and what is in it.",
    };

    public void AddTo(Command command)
    {
        command.Add(_order);
        command.Add(_debug);
        command.Add(_remove);
    }

    /// <summary>Whether an order or a bus of its own is meant, and not a window of the archive.</summary>
    public bool AreGiven(ParseResult arguments) =>
        arguments.GetValue(_order) is not null || arguments.GetValue(_debug) is not null || arguments.GetValue(_remove);

    /// <exception cref="CommandFailedException">The options do not fit each other.</exception>
    public async Task<int> RunAsync(Session session, ParseResult arguments, IEnumerable<Option> others, CancellationToken cancellationToken)
    {
        var (orderId, name, remove) = (arguments.GetValue(_order), arguments.GetValue(_debug), arguments.GetValue(_remove));
        if (others.FirstOrDefault(option => arguments.GetResult(option) is { Implicit: false }) is { } other)
        {
            throw new CommandFailedException(
                $"{other.Name} is for a window of the archive: it does not go with --order, --debug and --remove.", ExitCode.Usage);
        }

        if (name is null)
        {
            throw new CommandFailedException(
                "EventBridge replays an archive by time, and only onto the fleet's bus: it cannot replay one order. Say --debug NAME to "
                + "have the order's events on a bus of its own, `rehearse --order ID` to see what this build would make of them, or --from and "
                + "--to for all events of that time.",
                ExitCode.Usage);
        }

        if (remove == orderId is not null)
        {
            throw new CommandFailedException("Say with --debug NAME either --order ID or --remove.", ExitCode.Usage);
        }

        var replay = new DebugReplay(session.Fleet, name);
        var answer = orderId is null ? await replay.RemoveAsync(cancellationToken) : await replay.RunAsync(orderId, cancellationToken);
        session.Answer(answer, CliJson.Plain.DebugReplayAnswer, console => Write(console, answer, name));
        return ExitCode.Done;
    }

    private static void Write(IAnsiConsole console, DebugReplayAnswer answer, string name)
    {
        if (answer.QueueUrl is null)
        {
            console.MarkupLineInterpolated($"Bus, rule and queue {answer.Name} are deleted.");
            return;
        }

        console.MarkupLineInterpolated(
            $"{answer.Events} events of {answer.OrderId} are on bus {answer.Name}. Its rule and its queue have the same name:");
        console.MarkupLineInterpolated($"    {answer.QueueUrl}");
        if (answer.IsNew)
        {
            console.WriteLine("The bus is new, and a new rule may take a moment to match: where the queue lacks events, say it again.");
        }

        console.MarkupLineInterpolated($"Once they are looked at: replay --debug {name} --remove");
    }

    [GeneratedRegex("^[a-z0-9-]{1,30}$", RegexOptions.CultureInvariant)]
    private static partial Regex Name { get; }
}
