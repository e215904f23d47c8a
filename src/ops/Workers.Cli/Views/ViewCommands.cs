using System.CommandLine;
using Workers.Cli.Running;
using Workers.Contracts;
using Workers.Events.Reading;
using Workers.Operations.Reading;
using Workers.OrderHistory.Views;

namespace Workers.Cli.Views;

/// <summary>What can be done about the views of orders.</summary>
internal static class ViewCommands
{
    public static Command Create(CommandFactory commands) => new("views", "Shows how the views of orders stand, and builds them afresh.")
    {
        List(commands),
        Rebuild(commands),
        Abandon(commands),
    };

    private static Command List(CommandFactory commands) => commands.Create(
        "list",
        "Shows which generation of each view is read, and which rebuild is under way.",
        async (session, _, cancellationToken) =>
        {
            var rows = Rows(session);
            var answer = new ViewsAnswer(await Task.WhenAll(ViewNames.All.Select(view => rows.ReadAsync(view, cancellationToken))));
            session.Answer(answer, CliJson.Plain.ViewsAnswer, console => ViewReport.Write(console, answer));
            return ExitCode.Done;
        });

    private static Command Rebuild(CommandFactory commands)
    {
        var name = Name();
        var dryRun = new Option<bool>("--dry-run") { Description = "Builds and compares; readers go on with what they read." };
        var command = commands.Create(
            "rebuild",
            "Builds a view afresh from the orders' histories, shows what differs, and lets readers read it. Events go on arriving meanwhile.",
            async (session, arguments, cancellationToken) =>
            {
                var view = RebuiltView.Of(arguments.GetValue(name)!);
                var dynamoDb = session.Aws.DynamoDb;
                var rebuild = new ViewRebuild(view, dynamoDb, session.Naming, session.Get<EventRegistry>(), session.Time);
                session.Say($"views rebuild {view.Name} {session.Target}");
                var total = await new TableReader(dynamoDb, session.Naming, session.Time).CountAsync(Topology.OrderEventsTable, cancellationToken);
                var answer = await session.ProgressAsync(
                    "entries read", total, progress => rebuild.RunAsync(arguments.GetValue(dryRun), progress, cancellationToken));
                session.Answer(answer, CliJson.Plain.RebuildAnswer, console => ViewReport.Write(console, answer));
                return ExitCode.Done;
            });
        command.Add(name);
        command.Add(dryRun);
        return command;
    }

    private static Command Abandon(CommandFactory commands)
    {
        var name = Name();
        var command = commands.Create(
            "abandon",
            "Ends a rebuild whose command is gone. Readers go on with what they read.",
            async (session, arguments, cancellationToken) =>
            {
                var rows = Rows(session);
                await rows.AbandonAsync(arguments.GetValue(name)!, cancellationToken);
                var answer = new ViewsAnswer([await rows.ReadAsync(arguments.GetValue(name)!, cancellationToken)]);
                session.Answer(answer, CliJson.Plain.ViewsAnswer, console => ViewReport.Write(console, answer));
                return ExitCode.Done;
            });
        command.Add(name);
        return command;
    }

    private static Argument<string> Name()
    {
        var name = new Argument<string>("NAME") { Description = "Which view." };
        name.AcceptOnlyFromAmong([.. ViewNames.All]);
        return name;
    }

    private static ViewRows Rows(Session session) => new(session.Aws.DynamoDb, session.Naming, session.Time);
}
