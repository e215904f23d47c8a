using System.Text.Json;

namespace LocalAws.DynamoDb;

/// <summary>The parameters that expressions have replaced: refused, since ignoring a condition would be worse.</summary>
internal static class LegacyParameters
{
    /// <param name="unread">The members of a request that it has no property for.</param>
    public static void Refuse(Dictionary<string, JsonElement>? unread)
    {
        foreach (var (name, value) in unread ?? [])
        {
            if (value.ValueKind != JsonValueKind.Null && ExpressionFor(name) is { } expression)
            {
                throw DynamoDbErrors.NotSupported($"The legacy parameter {name} (use {expression} instead)");
            }
        }
    }

    private static string? ExpressionFor(string parameter) => parameter switch
    {
        "AttributesToGet" => "ProjectionExpression",
        "AttributeUpdates" => "UpdateExpression",
        "Expected" or "ConditionalOperator" => "ConditionExpression",
        "KeyConditions" => "KeyConditionExpression",
        "QueryFilter" or "ScanFilter" => "FilterExpression",
        _ => null,
    };
}
