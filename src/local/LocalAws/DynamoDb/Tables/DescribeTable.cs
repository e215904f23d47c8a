using LocalAws.DynamoDb.Storage;
using LocalAws.Http;

namespace LocalAws.DynamoDb.Tables;

internal sealed record DescribeTableResponse(TableDescription Table);

/// <summary>DescribeTable.</summary>
internal sealed class DescribeTable(Regions regions)
{
    public DescribeTableResponse Describe(TableNameRequest request, AwsRequest context) =>
        new(TableDescription.Of(NamedTable.Find(regions, request.TableName, context)));
}
