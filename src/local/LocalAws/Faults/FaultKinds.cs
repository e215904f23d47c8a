namespace LocalAws.Faults;

/// <summary>What each kind of fault can strike.</summary>
internal static class FaultKinds
{
    private static readonly string[] Receives = ["sqs.ReceiveMessage"];
    private static readonly string[] Events = ["events.PutEvents"];
    private static readonly string[] Transactions = ["dynamodb.TransactWriteItems"];

    private static readonly string[] Settles =
        ["sqs.DeleteMessage", "sqs.DeleteMessageBatch", "sqs.ChangeMessageVisibility", "sqs.ChangeMessageVisibilityBatch"];

    private static readonly string[] Batches =
    [
        "sqs.SendMessageBatch", "sqs.DeleteMessageBatch", "sqs.ChangeMessageVisibilityBatch", .. Events, "sns.PublishBatch",
        "dynamodb.BatchGetItem", "dynamodb.BatchWriteItem",
    ];

    /// <summary>The kind's name on the wire.</summary>
    public static string NameOf(FaultKind kind) => char.ToLowerInvariant($"{kind}"[0]) + $"{kind}"[1..];

    /// <summary>The operations that it can strike; null when it can strike all.</summary>
    public static IReadOnlyList<string>? OperationsOf(FaultKind kind) => kind switch
    {
        FaultKind.FailEntries => Batches,
        FaultKind.Duplicate => [.. Receives, .. Events, "sns.Publish", "sns.PublishBatch"],
        FaultKind.Reorder => [.. Receives, .. Events],
        FaultKind.ExpireReceipt => Settles,
        FaultKind.HoldTransaction => Transactions,
        _ => null,
    };

    /// <summary>Whether it does nothing without a delay.</summary>
    public static bool NeedsDelay(FaultKind kind) =>
        kind is FaultKind.Latency or FaultKind.LateAnswer or FaultKind.HoldTransaction;

    /// <summary>Whether a delay means something to it.</summary>
    public static bool TakesDelay(FaultKind kind) => NeedsDelay(kind) || kind is FaultKind.Reorder;
}
