using LocalAws.DynamoDb.Storage;
using LocalAws.Http;

namespace LocalAws.DynamoDb.Tables;

/// <summary>A request that says no more than the table's name.</summary>
internal sealed record TableNameRequest(string? TableName);

/// <summary>The table that a request about tables names.</summary>
internal static class NamedTable
{
    /// <summary>The table that a request about tables names.</summary>
    public static Table Find(Regions regions, string? name, AwsRequest context)
    {
        Check(name, new Constraints());
        return regions.Of(context).Find(name!) ?? throw DynamoDbErrors.TableNotFound(name!);
    }

    public static void Check(string? name, Constraints others)
    {
        if (name is null)
        {
            throw DynamoDbErrors.Validation("The parameter 'TableName' is required but was not present in the request");
        }

        if (name.Length < Constraints.MinTableName || (name.Length > 255 && !name.StartsWith("arn:", StringComparison.Ordinal)))
        {
            throw DynamoDbErrors.Validation(
                "TableName must be at least 3 characters long and at most 255 characters long");
        }

        others.TableName(name).ThrowIfViolated();
    }
}
