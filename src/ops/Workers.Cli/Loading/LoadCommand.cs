using System.CommandLine;
using Workers.Cli.Running;
using Workers.Cli.Timing;
using Workers.Contracts;
using Workers.Contracts.Tables;
using Workers.Events.Publishing;
using Workers.Events.Reading;

namespace Workers.Cli.Loading;

/// <summary>Puts a fleet under load and accounts for every order.</summary>
internal static class LoadCommand
{
    public static Command Create(CommandFactory commands)
    {
        var rate = CountOption.Create("--rate", "Orders a second.", usual: 50, most: LoadPlan.MostPerSecond);
        var duration = Duration.Option("--duration", "For how long. 10s unless given.", TimeSpan.FromMilliseconds(1), LoadPlan.Longest);
        var products = CountOption.Create("--products", "Over how many products; few of them contend.", usual: 20, most: RowReader.BatchSize);
        var patience = Duration.Option("--patience", "How long to wait for orders without an end. 60s unless given.", TimeSpan.FromMilliseconds(1), LoadPlan.Longest);
        var yes = new Option<bool>("--yes", "-y") { Description = "Do not ask. It asks where the endpoint is not this machine." };
        var command = commands.Create(
            "load",
            "Places orders at a rate, follows each to its end, and says whether one was lost.",
            async (session, arguments, cancellationToken) =>
            {
                var plan = new LoadPlan(
                    arguments.GetValue(rate),
                    arguments.GetValue(duration) ?? TimeSpan.FromSeconds(10),
                    arguments.GetValue(products),
                    arguments.GetValue(patience) ?? TimeSpan.FromMinutes(1)).Check();
                await session.ConfirmAsync(
                    $"Place {plan.Orders} orders that are acted on like any other, notifications included, {session.Target}?",
                    arguments.GetValue(yes) || session.Fleet.Endpoint.IsLoopback,
                    cancellationToken);
                session.Say($"{plan.Orders} orders {session.Target}");
                var source = new OrderSource(session.Get<EventRegistry>(), plan, session.Time);
                var publisher = session.Get<IEventPublisher>();
                var states = new RowReader(session, Topology.ReservationsTable, ReservationColumns.OrderId, ReservationColumns.State);
                var available = new RowReader(session, Topology.InventoryTable, InventoryColumns.ProductId, InventoryColumns.Available);
                await states.ReadAsync(["LOAD"], cancellationToken);   // nothing is published where there is nothing to follow
                await new LoadStock(source, publisher, available, plan, session.Time).FillAsync(cancellationToken);
                var run = new LoadRun(source, publisher, states, plan, session.Time);
                var answer = await session.ProgressAsync("orders decided", plan.Orders, progress => run.RunAsync(progress, cancellationToken));
                session.Answer(answer, CliJson.Plain.LoadAnswer, console => LoadReport.Write(console, answer));
                return answer.IsInterrupted ? ExitCode.Interrupted : answer.IsComplete ? ExitCode.Done : ExitCode.Failed;
            });
        foreach (var option in (Option[])[rate, duration, products, patience, yes])
        {
            command.Add(option);
        }

        return command;
    }
}
