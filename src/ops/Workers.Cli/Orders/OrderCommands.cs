using System.CommandLine;
using Workers.Cli.Running;
using Workers.Events.Reading;
using Workers.Operations.Orders;
using Workers.Operations.Reading;
using Workers.OrderHistory;

namespace Workers.Cli.Orders;

/// <summary>What can be asked about orders.</summary>
internal static class OrderCommands
{
    public static Command Create(CommandFactory commands) => new("orders", "Shows an order, and checks that orders are what their histories make them.")
    {
        Verify(commands),
        Show(commands),
    };

    private static Command Verify(CommandFactory commands)
    {
        var orderId = new Argument<string?>("ORDER-ID")
        {
            Arity = ArgumentArity.ZeroOrOne,
            Description = "The order to check. Every order unless given.",
        };
        var command = commands.Create(
            "verify",
            "Folds every order's history and compares it with the order's row; changes nothing. Ends with 1 where something is wrong.",
            async (session, arguments, cancellationToken) =>
            {
                var registry = session.Get<EventRegistry>();
                var tables = Tables(session);
                var verification = new Verification(tables, new OrderCheck(registry, new OrderJson(registry)), session.Time);
                var answer = arguments.GetValue(orderId) is { } one
                    ? await verification.OneAsync(one, cancellationToken)
                    : await session.ProgressAsync(
                        "entries checked",
                        await tables.CountEntriesAsync(cancellationToken),
                        progress => verification.AllAsync(progress, cancellationToken));
                session.Answer(answer, CliJson.Plain.VerifyAnswer, console => VerifyReport.Write(console, answer));
                return answer.Wrong == 0 ? ExitCode.Done : ExitCode.Failed;
            });
        command.Add(orderId);
        return command;
    }

    private static Command Show(CommandFactory commands)
    {
        var orderId = new Argument<string>("ORDER-ID") { Description = "Which order." };
        var command = commands.Create(
            "show",
            "Shows an order and its history.",
            async (session, arguments, cancellationToken) =>
            {
                var rows = await Tables(session).ReadAsync(arguments.GetValue(orderId)!, cancellationToken);
                if (rows.AreNone)
                {
                    throw Verification.UnknownOrder(rows.OrderId);
                }

                var answer = ShowAnswer.Of(rows);
                session.Answer(answer, CliJson.Plain.ShowAnswer, console => ShowReport.Write(console, answer));
                return ExitCode.Done;
            });
        command.Add(orderId);
        return command;
    }

    private static OrderTables Tables(Session session) => new(new TableReader(session.Aws.DynamoDb, session.Naming, session.Time));
}
