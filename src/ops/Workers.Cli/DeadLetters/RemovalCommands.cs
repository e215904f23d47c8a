using System.CommandLine;
using Amazon.SQS;
using Workers.Cli.Running;
using Workers.Operations.DeadLetters;
using Workers.Operations.Timing;

namespace Workers.Cli.DeadLetters;

/// <summary>The commands that take letters out of a dead-letter queue.</summary>
internal static class RemovalCommands
{
    private static readonly Option<bool> DryRun = new("--dry-run") { Description = "Says what would be done, and does nothing." };
    private static readonly Option<int> Rate = CountOption.Create("--rate", "How many a second at most.", usual: 50);
    private static readonly Option<bool> Yes = new("--yes", "-y") { Description = "Do not ask." };
    private static readonly Option<bool> All = new("--all") { Description = "Every dead letter of the queue: what --yes needs where no filter is given." };

    private static readonly Option<bool> Rehearsed = new("--rehearsed")
    {
        Description = "Only groups that today's code would take: of each one letter first, the rest once it is handled; stops when one comes back.",
    };

    public static Command Redrive(CommandFactory commands)
    {
        return Create(
            commands,
            "redrive",
            "Sends dead letters back to the queue they were for, unchanged. What came in after it began stays.",
            [Rate, DryRun, Rehearsed],
            RefuseADryRehearsal,
            async (session, arguments, queue, filter, cancellationToken) =>
            {
                var url = await session.QueueUrlAsync(queue, cancellationToken);
                var route = await RedriveRoutes.OfAsync(session.Fleet, queue, cancellationToken);
                var remover = new Redriving(session.Aws.Sqs, route, new(session.Aws.Sqs, url));
                return arguments.GetValue(DryRun)
                    ? await PlanAsync(session, queue, url, remover, filter, cancellationToken)
                    : await RemoveAsync(session, queue, url, remover, filter, arguments.GetValue(Rate), cancellationToken);
            });
    }

    public static Command Discard(CommandFactory commands) => Create(
        commands,
        "discard",
        "Deletes dead letters for good. Asks first, about exactly what it will delete.",
        [Rate, DryRun, Yes, All],
        RequireSelection,
        async (session, arguments, queue, filter, cancellationToken) =>
        {
            var (dryRun, yes) = (arguments.GetValue(DryRun), arguments.GetValue(Yes));
            var url = await session.QueueUrlAsync(queue, cancellationToken);
            var remover = new Discarding(new(session.Aws.Sqs, url));
            if (dryRun)
            {
                return await PlanAsync(session, queue, url, remover, filter, cancellationToken);
            }

            if (!yes)
            {
                session.RequireSomebody("--yes");
                var plan = await PlanAsync(session, queue, url, remover, filter, cancellationToken);
                if (plan.Removals.Count == 0)
                {
                    return plan;   // there is nothing to ask about
                }

                RemovalReport.Write(session.Terminal.Out, plan);
                var these = plan.Removals.Count == 1 ? "this message" : $"these {plan.Removals.Count} messages";
                await session.ConfirmAsync($"Delete {these} of {plan.Queue} for good?", yes, cancellationToken);
                filter = filter with { Among = plan.Removals.Select(removal => removal.MessageId).ToHashSet() };
            }

            return await RemoveAsync(session, queue, url, remover, filter, arguments.GetValue(Rate), cancellationToken);
        });

    private static void RefuseADryRehearsal(ParseResult arguments, FilterOptions filter)
    {
        if (arguments.GetValue(DryRun) && arguments.GetValue(Rehearsed))
        {
            throw new CommandFailedException("--rehearsed sends back what passes: `dlq rehearse` shows what would.", ExitCode.Usage);
        }
    }

    /// <summary>A script whose filter was lost on the way must not delete everything.</summary>
    private static void RequireSelection(ParseResult arguments, FilterOptions filter)
    {
        if (arguments.GetValue(All) && filter.AreGiven(arguments))
        {
            throw new CommandFailedException("--all means every dead letter, and a filter means some: leave one of them out.", ExitCode.Usage);
        }

        if (arguments.GetValue(Yes) && !arguments.GetValue(All) && !filter.AreGiven(arguments))
        {
            throw new CommandFailedException("discard --yes without a filter would delete every dead letter: say which, or --all.", ExitCode.Usage);
        }
    }

    private static async Task<RemovalAnswer> PlanAsync(
        Session session, string queue, string url, IRemover remover, LetterFilter filter, CancellationToken cancellationToken)
    {
        await using var walk = new DeadLetterWalk(session.Aws.Sqs, url);
        return await new Removing(walk, remover, filter, session.Time).PlanAsync(session.Naming.NameOf(queue), cancellationToken);
    }

    private static async Task<RemovalAnswer> RemoveAsync(
        Session session, string queue, string url, IRemover remover, LetterFilter filter, int rate, CancellationToken cancellationToken)
    {
        await using var walk = new DeadLetterWalk(session.Aws.Sqs, url);
        var counts = await session.Aws.Sqs.GetQueueAttributesAsync(url, [QueueAttributeName.ApproximateNumberOfMessages], cancellationToken);
        var removing = new Removing(walk, remover, filter, session.Time);
        return await session.ProgressAsync(session.Naming.NameOf(queue), counts.ApproximateNumberOfMessages, progress =>
            removing.RemoveAsync(session.Naming.NameOf(queue), new Pace(rate, session.Time), progress, cancellationToken));
    }

    private static Command Create(
        CommandFactory commands,
        string name,
        string description,
        Option[] options,
        Action<ParseResult, FilterOptions> check,
        Func<Session, ParseResult, string, LetterFilter, CancellationToken, Task<RemovalAnswer>> run)
    {
        var queue = new DeadLetterQueueArgument();
        var filter = new FilterOptions();
        var command = commands.Create(name, description, async (session, arguments, cancellationToken) =>
        {
            check(arguments, filter);
            if (options.Contains(Rehearsed) && arguments.GetValue(Rehearsed))
            {
                return await RehearsalCommands.RedriveAsync(
                    session, queue.Read(arguments)!, filter.Read(arguments), arguments.GetValue(Rate), cancellationToken);
            }

            var answer = await run(session, arguments, queue.Read(arguments)!, filter.Read(arguments), cancellationToken);
            session.Answer(answer, CliJson.Plain.RemovalAnswer, console => RemovalReport.Write(console, answer));
            return answer.IsInterrupted ? ExitCode.Interrupted : answer.Problems().Any() ? ExitCode.Failed : ExitCode.Done;
        });
        command.Add(queue);
        filter.AddTo(command);
        foreach (var option in options)
        {
            command.Add(option);
        }

        return command;
    }
}
