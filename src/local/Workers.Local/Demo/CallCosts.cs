namespace Workers.Local.Demo;

/// <summary>What a message costs in calls, counted by the embedded AWS: consumers' calls only.</summary>
/// <param name="Sqs">Receives, deletes and changes of visibility.</param>
/// <param name="DynamoDb">Reads and transactions of the effects.</param>
internal sealed record CallCosts(decimal Sqs, decimal DynamoDb)
{
    private static readonly string[] SqsCalls =
        ["sqs.ReceiveMessage", "sqs.DeleteMessageBatch", "sqs.ChangeMessageVisibilityBatch", "sqs.SendMessageBatch"];

    private static readonly string[] DynamoDbCalls =
        ["dynamodb.BatchGetItem", "dynamodb.TransactWriteItems", "dynamodb.UpdateItem"];

    public static CallCosts Of(IReadOnlyDictionary<string, long> calls, int handled) =>
        new(Per(calls, SqsCalls, handled), Per(calls, DynamoDbCalls, handled));

    private static decimal Per(IReadOnlyDictionary<string, long> calls, string[] operations, int handled) =>
        handled == 0 ? 0 : (decimal)operations.Sum(operation => calls.GetValueOrDefault(operation)) / handled;
}
