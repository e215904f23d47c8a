namespace LocalAws.DynamoDb.Streams;

/// <summary>The names that streams have.</summary>
internal static class StreamArn
{
    /// <summary>Refuses what can be no stream's ARN, which is another fault than to name a stream that is not there.</summary>
    public static void Check(string arn)
    {
        if (!arn.StartsWith("arn:", StringComparison.Ordinal) || arn.Split('/') is not [_, _, "stream", _])
        {
            throw DynamoDbErrors.Validation("Invalid StreamArn");
        }
    }
}
