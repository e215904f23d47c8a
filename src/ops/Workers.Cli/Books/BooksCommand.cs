using System.CommandLine;
using System.Globalization;
using Spectre.Console;
using Workers.Cli.Running;
using Workers.Cli.Timing;
using Workers.Events.Reading;
using Workers.Operations.Books;
using Workers.Operations.Orders;
using Workers.OrderHistory;

namespace Workers.Cli.Books;

/// <summary>Whether the tables of the fleet agree with each other.</summary>
internal static class BooksCommand
{
    // Two deadlines of a quarter of an hour, and the longest wait of a message.
    private static readonly TimeSpan Usual = TimeSpan.FromMinutes(45);

    public static Command Create(CommandFactory commands)
    {
        var patience = Duration.Option(
            "--patience",
            "How old something must be to count: deadlines and the longest waits included. 45m unless given.",
            TimeSpan.FromSeconds(1),
            TimeSpan.FromDays(15));
        var quick = new Option<bool>("--quick") { Description = "Leaves out the histories, which are most of the reading." };
        var command = commands.Create(
            "books",
            "Holds orders, payments, shipments, reservations and queues against each other; changes nothing. Ends with 1 where something is wrong.",
            async (session, arguments, cancellationToken) =>
            {
                var given = arguments.GetValue(patience) ?? Usual;
                var repairs = new Repairs(session.Naming.Prefix);
                var json = new OrderJson(session.Get<EventRegistry>());
                var tables = new BookTables(session.Fleet.Tables, json);
                var audit = new BooksAudit(session.Fleet, tables, new BooksCheck(given, repairs), repairs, given);
                var histories = arguments.GetValue(quick) ? null : new Verification(
                    new OrderTables(session.Fleet.Tables), new OrderCheck(session.Get<EventRegistry>(), json), session.Time);
                var answer = await session.ProgressAsync(
                    "orders checked",
                    await tables.CountAsync(cancellationToken),
                    progress => audit.RunAsync(histories, progress, cancellationToken));
                session.Answer(answer, CliJson.Plain.BooksAnswer, console => Write(console, answer));
                return answer.Kinds.Count == 0 ? ExitCode.Done : ExitCode.Failed;
            });
        command.Add(patience);
        command.Add(quick);
        return command;
    }

    /// <summary>Each finding, with the command that mends it on a line of its own: to be copied whole.</summary>
    private static void Write(IAnsiConsole console, BooksAnswer answer)
    {
        foreach (var finding in answer.Findings)
        {
            console.MarkupLineInterpolated($"[red]{Word(finding.Kind)}[/] [bold]{Printable.Of(finding.Subject)}[/]: {Printable.Of(finding.What)}");
            console.WriteLine($"    {Printable.Of(finding.Repair)}");
        }

        var found = answer.Kinds.Values.Sum();
        if (found > answer.Findings.Count)
        {
            console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"… and {found - answer.Findings.Count:#,0} more");
        }

        console.MarkupLine(string.Create(CultureInfo.InvariantCulture, $"{answer.Orders:#,0} orders: ") + (found == 0
            ? "[green]the books balance.[/]"
            : $"[red]{string.Join(", ", answer.Kinds.Select(kind => $"{kind.Value} {Word(kind.Key)}"))}[/]"));
    }

    private static string Word(BookFindingKind kind) => kind is BookFindingKind.NoShipment ? "no shipment" : kind.ToString().ToLowerInvariant();
}
