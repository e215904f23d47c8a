using System.CommandLine;
using Amazon.StepFunctions;
using Amazon.StepFunctions.Model;
using Workers.Cli.Running;
using Workers.Operations.Executions;

namespace Workers.Cli.Workflow;

/// <summary>What can be done about the executions that lead orders.</summary>
internal static class WorkflowCommands
{
    private static readonly string[] Statuses =
    [
        ExecutionStatus.RUNNING.Value, ExecutionStatus.SUCCEEDED.Value, ExecutionStatus.FAILED.Value, ExecutionStatus.TIMED_OUT.Value,
        ExecutionStatus.ABORTED.Value,
    ];

    public static Command Create(CommandFactory commands) =>
        new("workflow", "Shows the executions that lead orchestrated orders, and stops one.")
        {
            List(commands),
            Show(commands),
            History(commands),
            Stop(commands),
        };

    private static Command List(CommandFactory commands)
    {
        var status = new Option<string?>("--status") { Description = $"Only those that stand so: {string.Join(", ", Statuses)}." };
        status.AcceptOnlyFromAmong(Statuses);
        var limit = CountOption.Create("--limit", "How many at most, the latest first.", usual: 20);
        var command = commands.Create("list", "Lists executions.", async (session, arguments, cancellationToken) =>
        {
            var executions = new ExecutionReader(session.Fleet);
            var found = await executions.ListAsync(arguments.GetValue(status), arguments.GetValue(limit), cancellationToken);
            var views = new List<ExecutionView>();
            foreach (var execution in found.Executions)
            {
                views.Add(await FindAsync(executions, execution.ExecutionArn, cancellationToken));
            }

            var answer = new WorkflowListAnswer(views);
            session.Answer(answer, CliJson.Plain.WorkflowListAnswer, console => WorkflowReport.Write(console, answer));
            return ExitCode.Done;
        });
        command.Add(status);
        command.Add(limit);
        return command;
    }

    private static Command Show(CommandFactory commands)
    {
        var which = Which();
        var command = commands.Create(
            "show",
            "Shows what became of each state: done, running, retried, failed, compensated.",
            async (session, arguments, cancellationToken) =>
            {
                var executions = new ExecutionReader(session.Fleet);
                var execution = await FindAsync(executions, arguments.GetValue(which)!, cancellationToken);
                var history = await executions.HistoryAsync(execution.ExecutionArn, cancellationToken);
                var answer = new WorkflowShowAnswer(execution, ExecutionSteps.Of(history, execution.EndedAt is null));
                session.Answer(answer, CliJson.Plain.WorkflowShowAnswer, console => WorkflowReport.Write(console, answer));
                return ExitCode.Done;
            });
        command.Add(which);
        return command;
    }

    private static Command History(CommandFactory commands)
    {
        var which = Which();
        var limit = CountOption.Create("--limit", "How many events at most, the latest.", usual: 100, most: 25_000);
        var command = commands.Create(
            "history",
            "Shows what has happened in an execution, event by event.",
            async (session, arguments, cancellationToken) =>
            {
                var executions = new ExecutionReader(session.Fleet);
                var execution = await FindAsync(executions, arguments.GetValue(which)!, cancellationToken);
                var history = await executions.HistoryAsync(execution.ExecutionArn, cancellationToken);
                var states = ExecutionSteps.StatesOf(history);
                var events = history.TakeLast(arguments.GetValue(limit)).Select(happened => new HistoryView(
                    happened.Id!.Value,
                    happened.Timestamp!.Value,
                    happened.Type.Value,
                    states.GetValueOrDefault(happened.Id.Value),
                    HistoryWords.Of(happened)));
                var answer = new WorkflowHistoryAnswer(execution, [.. events]);
                session.Answer(answer, CliJson.Plain.WorkflowHistoryAnswer, console => WorkflowReport.Write(console, answer));
                return ExitCode.Done;
            });
        command.Add(which);
        command.Add(limit);
        return command;
    }

    private static Command Stop(CommandFactory commands)
    {
        var which = Which();
        var reason = new Option<string>("--reason")
        {
            Description = "Why, for whoever looks at the execution or the order.",
            Required = true,
        };
        var command = commands.Create(
            "stop",
            "Stops an execution. The order then fails and what was done for it is undone, as far as no carrier may have it.",
            async (session, arguments, cancellationToken) =>
            {
                var execution = await FindAsync(new(session.Fleet), arguments.GetValue(which)!, cancellationToken);
                if (execution.EndedAt is { } ended)
                {
                    throw new CommandFailedException(
                        $"The execution has ended already: {execution.Status} at {ended:u}. Nothing was done.");
                }

                var stopped = await session.Aws.StepFunctions.StopExecutionAsync(
                    new() { ExecutionArn = execution.ExecutionArn, Error = "StoppedByOperator", Cause = arguments.GetValue(reason) },
                    cancellationToken);
                var answer = new WorkflowStopAnswer(execution.ExecutionArn, stopped.StopDate!.Value);
                session.Answer(answer, CliJson.Plain.WorkflowStopAnswer, console =>
                    console.Profile.Out.Writer.WriteLine($"{answer.ExecutionArn} is stopped."));
                return ExitCode.Done;
            });
        command.Add(which);
        command.Add(reason);
        return command;
    }

    private static async Task<ExecutionView> FindAsync(ExecutionReader executions, string orderOrArn, CancellationToken cancellationToken)
    {
        try
        {
            return await executions.FindAsync(orderOrArn, cancellationToken);
        }
        catch (InvalidArnException)
        {
            throw new CommandFailedException($"{orderOrArn} is the ARN of no execution.", ExitCode.Usage);
        }
    }

    private static Argument<string> Which() => new("ORDER|ARN") { Description = "The order that it leads, or the execution's ARN." };
}
