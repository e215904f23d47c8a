using Amazon.StepFunctions.Model;
using Workers.Events;
using Workers.Operations.Executions;

namespace Workers.Console.Orders;

/// <summary>The execution that leads an order, or has led it.</summary>
/// <param name="Arn">Its ARN.</param>
public sealed record OrderExecution(string Arn)
{
    /// <summary>How it stands, in Step Functions' words; null where that is not known.</summary>
    public string? Status { get; init; }

    /// <summary>The error and the cause by which it ended without success; null where it did not.</summary>
    public string? Error { get; init; }

    /// <summary>The states that it stands in; none where it has ended.</summary>
    public IReadOnlyList<string> Current { get; init; } = [];

    /// <summary>Every state that it entered.</summary>
    public IReadOnlyList<ExecutionStep> Steps { get; init; } = [];

    /// <summary>Why nothing else is known of it; null where it is.</summary>
    public string? Problem { get; init; }

    /// <summary>Its name.</summary>
    public string Name => Arn[(Arn.LastIndexOf(':') + 1)..];

    /// <summary>Reads it by an order's key and its own; null where no execution leads the order. Three calls.</summary>
    internal static async Task<OrderExecution?> ReadAsync(ExecutionReader executions, string orderId, CancellationToken cancellationToken)
    {
        if (await executions.LeaderAsync(orderId, cancellationToken) is not { } arn)
        {
            return null;
        }

        try
        {
            return await executions.DescribeAsync(arn, cancellationToken) is { } view
                ? Of(view, await executions.HistoryAsync(arn, cancellationToken))
                : new(arn) { Problem = "Step Functions has forgotten it: it does so 90 days after an execution's end" };
        }
        catch (InvalidArnException)
        {
            return new(arn) { Problem = "Step Functions says that this is no execution" };
        }
        catch (Exception exception) when (AwsFailures.Of(exception, cancellationToken) is not null)
        {
            return new(arn) { Problem = $"Step Functions could not be asked: {exception.Message}" };
        }
    }

    private static OrderExecution Of(ExecutionView view, IReadOnlyList<HistoryEvent> history) => new(view.ExecutionArn)
    {
        Status = view.Status,
        Error = HistoryWords.Of(view.Error, view.Cause),
        Current = view.EndedAt is null ? ExecutionSteps.CurrentOf(history) : [],
        Steps =
        [
            .. ExecutionSteps.Of(history, view.EndedAt is null).Select(step => new ExecutionStep(
                step.State, step.Outcome.ToString().ToLowerInvariant(), step.EnteredAt, step.LeftAt, step.Attempts, step.Error)),
        ],
    };
}

/// <summary>What became of a state that an execution entered.</summary>
/// <param name="State">Its name.</param>
/// <param name="Outcome">What became of it: done, running, failed, compensated or stopped.</param>
/// <param name="EnteredAt">When it was entered.</param>
/// <param name="LeftAt">When it was left; null where it was not.</param>
/// <param name="Attempts">How often its task was tried; 0 where it has none.</param>
/// <param name="Error">The last error of its task.</param>
public sealed record ExecutionStep(
    string State, string Outcome, DateTimeOffset EnteredAt, DateTimeOffset? LeftAt, int Attempts, string? Error);
