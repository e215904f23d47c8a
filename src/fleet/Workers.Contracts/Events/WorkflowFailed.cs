using Workers.Contracts.Ranges;
using Workers.Events;

namespace Workers.Contracts.Events;

/// <summary>The execution that led an order has ended without completing it.</summary>
/// <param name="OrderId">Which order.</param>
/// <param name="ExecutionArn">Which execution.</param>
/// <param name="Status">How it ended, in Step Functions' words: FAILED, TIMED_OUT or ABORTED.</param>
/// <param name="Reason">Why, in words.</param>
public sealed record WorkflowFailed(
    [property: Id] string OrderId,
    [property: Text] string ExecutionArn,
    [property: Name] string Status,
    [property: Text] string Reason) : IEventDetail;
