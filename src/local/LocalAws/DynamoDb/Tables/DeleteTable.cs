using LocalAws.DynamoDb.Storage;
using LocalAws.Http;

namespace LocalAws.DynamoDb.Tables;

/// <summary>DeleteTable: the table is gone when the answer says that it is going, unless it is protected.</summary>
internal sealed class DeleteTable(Regions regions)
{
    public ChangeTableResponse Delete(TableNameRequest request, AwsRequest context)
    {
        var table = NamedTable.Find(regions, request.TableName, context);
        if (table.Settings.IsDeletionProtected)
        {
            throw DynamoDbErrors.Validation("Resource cannot be deleted as it is currently protected against deletion. "
                + "Disable deletion protection first.");
        }

        return regions.Of(context).Delete(table)
            ? new ChangeTableResponse(TableDescription.OfDeleted(table))
            : throw DynamoDbErrors.TableNotFound(table.Name);
    }
}
