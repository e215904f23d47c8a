using LocalAws.DynamoDb.Storage;
using LocalAws.Http;

namespace LocalAws.DynamoDb.Tables;

internal sealed record ListTablesRequest(string? ExclusiveStartTableName, int? Limit);

internal sealed record ListTablesResponse(IReadOnlyList<string> TableNames, string? LastEvaluatedTableName);

/// <summary>ListTables: names in their order, a hundred at most.</summary>
internal sealed class ListTables(Regions regions)
{
    private const int MaxListed = 100;

    public ListTablesResponse List(ListTablesRequest request, AwsRequest context)
    {
        new Constraints().AtLeast("limit", request.Limit, 1).AtMost("limit", request.Limit, MaxListed).ThrowIfViolated();
        var limit = request.Limit ?? MaxListed;
        var names = regions.Of(context).TableNames
            .Where(name => string.CompareOrdinal(name, request.ExclusiveStartTableName) > 0)
            .Take(limit + 1)
            .ToList();
        return names.Count > limit
            ? new ListTablesResponse(names[..limit], names[limit - 1])
            : new ListTablesResponse(names, null);
    }
}
