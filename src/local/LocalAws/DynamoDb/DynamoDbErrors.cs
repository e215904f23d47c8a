using LocalAws.DynamoDb.Transactions;
using LocalAws.DynamoDb.Values;
using LocalAws.Http;

namespace LocalAws.DynamoDb;

/// <summary>Errors as DynamoDB names and words them.</summary>
internal static class DynamoDbErrors
{
    /// <summary>The namespace of what is refused before DynamoDB sees it.</summary>
    public const string FrontNamespace = "com.amazon.coral.service";

    public const string ValidationCode = "ValidationException";

    private const string Namespace = "com.amazonaws.dynamodb.v20120810";

    public static AwsException Validation(string message) =>
        new(ValidationCode, message) { TypeNamespace = "com.amazon.coral.validate" };

    public static AwsException InvalidValue(string message) =>
        Validation($"One or more parameter values were invalid: {message}");

    public static AwsException NotSupported(string feature) =>
        Validation($"{feature} is not supported by the embedded AWS.");

    public static AwsException TableNotFound() => Of("ResourceNotFoundException", "Requested resource not found");

    public static AwsException TableNotFound(string tableName) =>
        Of("ResourceNotFoundException", $"Requested resource not found: Table: {tableName} not found");

    public static AwsException IndexNotFound(string index, string table) =>
        Of("ResourceNotFoundException", $"Requested resource not found: Index {index} for table {table}");

    public static AwsException LimitExceeded(string message) => Of("LimitExceededException", message);

    public static AwsException StreamNotFound(string arn) =>
        Of("ResourceNotFoundException", $"Requested resource not found: Stream: {arn} not found");

    public static AwsException ShardNotFound(string shard, string arn) =>
        Of("ResourceNotFoundException", $"Requested resource not found: Shard: {shard} in Stream: {arn} not found");

    public static AwsException ExpiredIterator() =>
        Of("ExpiredIteratorException", "The shard iterator has expired: it is older than 15 minutes.");

    public static AwsException TrimmedDataAccess() => Of(
        "TrimmedDataAccessException",
        "The operation attempted to read past the oldest stream record in a shard. Stream records are kept for 24 hours.");

    public static AwsException ArnNotFound(string arn) =>
        Of("ResourceNotFoundException", $"Requested resource not found: ResourcArn: {arn} not found");

    public static AwsException TableExists(string tableName) =>
        Of("ResourceInUseException", $"Table already exists: {tableName}");

    public static AwsException TransactionConflict() =>
        Of("TransactionConflictException", CancellationReason.Conflict.Message!);

    public static AwsException TransactionInProgress() => Of(
        "TransactionInProgressException",
        "Transaction with the given idempotency token is already in progress");

    public static AwsException IdempotentParameterMismatch() => Of(
        "IdempotentParameterMismatchException",
        "Request parameters do not match those of an earlier request with the same client token");

    /// <param name="item">What is stored, when the request asked to see it.</param>
    public static AwsException ConditionalCheckFailed(AttributeMap? item) =>
        new("ConditionalCheckFailedException", CancellationReason.ConditionMessage)
        {
            TypeNamespace = Namespace,
            WriteMembers = item is null ? null : writer =>
            {
                writer.WritePropertyName("Item"u8);
                AttributeValueWriter.Write(writer, item);
            },
        };

    public static AwsException TransactionCanceled(IReadOnlyList<CancellationReason> reasons)
    {
        var message = "Transaction cancelled, please refer cancellation reasons for specific reasons "
            + $"[{string.Join(", ", reasons.Select(reason => reason.Code))}]";
        return new("TransactionCanceledException", message)
        {
            TypeNamespace = Namespace,
            WriteMembers = writer =>
            {
                // This error alone has a member of that name in the service's model: some clients show it as one.
                writer.WriteString("Message"u8, message);
                CancellationReason.Write(writer, reasons);
            },
        };
    }

    public static AwsException Throttled() =>
        new("ThrottlingException", "Throughput exceeds the current throughput limit for your account.")
        {
            TypeNamespace = "com.amazon.coral.availability",
        };

    public static AwsException InternalError() => new("InternalServerError", "Internal server error", statusCode: 500)
    {
        TypeNamespace = Namespace,
    };

    private static AwsException Of(string code, string message) => new(code, message) { TypeNamespace = Namespace };
}
