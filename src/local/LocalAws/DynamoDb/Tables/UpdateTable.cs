using LocalAws.DynamoDb.Storage;
using LocalAws.DynamoDb.Streams;
using LocalAws.Http;

namespace LocalAws.DynamoDb.Tables;

internal sealed record UpdateTableRequest(
    string? TableName,
    List<AttributeDefinition>? AttributeDefinitions,
    string? BillingMode,
    ProvisionedThroughput? ProvisionedThroughput,
    bool? DeletionProtectionEnabled,
    string? TableClass,
    List<GlobalSecondaryIndexUpdate>? GlobalSecondaryIndexUpdates,
    StreamSpecification? StreamSpecification);

/// <summary>One change of a table's global indexes: exactly one of these.</summary>
internal sealed record GlobalSecondaryIndexUpdate(
    SecondaryIndexRequest? Create,
    UpdateGlobalSecondaryIndexAction? Update,
    DeleteGlobalSecondaryIndexAction? Delete);

/// <summary>New capacity for an index.</summary>
internal sealed record UpdateGlobalSecondaryIndexAction(string? IndexName, ProvisionedThroughput? ProvisionedThroughput);

/// <summary>An index that is to go.</summary>
internal sealed record DeleteGlobalSecondaryIndexAction(string? IndexName);

/// <summary>
/// UpdateTable. The answer shows the change under way, as on AWS, but it is in effect at once: whoever asks next sees it done.
/// </summary>
internal sealed class UpdateTable(Regions regions)
{
    public ChangeTableResponse Update(UpdateTableRequest request, AwsRequest context)
    {
        NamedTable.Check(request.TableName, new Constraints()
            .Definitions(request.AttributeDefinitions)
            .Updates(request.GlobalSecondaryIndexUpdates)
            .Stream(request.StreamSpecification)
            .Billing(request.BillingMode, request.ProvisionedThroughput)
            .OneOf("tableClass", request.TableClass, TableDescription.Classes));
        RefuseIncomplete(request);
        RefuseTwoAtOnce(request);
        StreamSettings.CheckUpdated(request.StreamSpecification);
        IndexUpdates.Check(request.GlobalSecondaryIndexUpdates ?? []);
        BillingReader.Read(request.ProvisionedThroughput);   // its bounds come before the table, as on AWS
        var region = regions.Of(context);
        var table = NamedTable.Find(regions, request.TableName, context);
        var before = table.Indexes;
        table.Change(settings =>
        {
            var billed = request.BillingMode is null && request.ProvisionedThroughput is null
                ? settings
                : BillingReader.Apply(settings, request.BillingMode, request.ProvisionedThroughput, region.Now);
            var changed = StreamSettings.Apply(
                IndexUpdates.Apply(billed, request, table), request.StreamSpecification, table, region);
            return changed with
            {
                IsDeletionProtected = request.DeletionProtectionEnabled ?? billed.IsDeletionProtected,
                TableClass = request.TableClass ?? billed.TableClass,
            };
        });
        return new ChangeTableResponse(
            TableDescription.Of(table, TableDescription.Updating, table.Indexes.Except(before).FirstOrDefault()));
    }

    private static void RefuseIncomplete(UpdateTableRequest request)
    {
        if (request is { BillingMode: TableSettings.Provisioned, ProvisionedThroughput: null })
        {
            throw DynamoDbErrors.InvalidValue("ProvisionedThroughput must be specified when BillingMode is PROVISIONED");
        }

        if (request is
            {
                BillingMode: null, ProvisionedThroughput: null, DeletionProtectionEnabled: null, TableClass: null,
                StreamSpecification: null, GlobalSecondaryIndexUpdates: null or [],
            })
        {
            throw DynamoDbErrors.Validation("At least one of ProvisionedThroughput, BillingMode, UpdateStreamEnabled, "
                + "GlobalSecondaryIndexUpdates or SSESpecification or ReplicaUpdates is required");
        }
    }

    private static void RefuseTwoAtOnce(UpdateTableRequest request)
    {
        var changesIndexes = request.GlobalSecondaryIndexUpdates?.Exists(update => update.Update is null) == true;
        switch (changesIndexes, request.StreamSpecification is not null, request.ProvisionedThroughput is not null)
        {
            case (_, true, true):
                throw DynamoDbErrors.InvalidValue("You cannot modify stream status while updating table IOPS");
            case (true, _, true):
                throw DynamoDbErrors.InvalidValue("You cannot create or delete index while updating table IOPS");
            case (true, true, _):
                throw DynamoDbErrors.InvalidValue("You cannot create or delete index while changing stream status");
            default:
                break;
        }
    }
}
