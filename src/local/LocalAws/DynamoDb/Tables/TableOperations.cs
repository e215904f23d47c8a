using System.Collections.Immutable;
using LocalAws.DynamoDb.Storage;
using LocalAws.DynamoDb.Streams;
using LocalAws.Http;

namespace LocalAws.DynamoDb.Tables;

/// <summary>
/// CreateTable, DescribeTable, ListTables, UpdateTable and DeleteTable. Answers show the change under way, as on AWS, but it is in
/// effect at once: whoever asks next sees it done.
/// </summary>
internal sealed class TableOperations(Regions regions)
{
    private const int MaxListed = 100;

    private static readonly string[] TableClasses = ["STANDARD", "STANDARD_INFREQUENT_ACCESS"];

    public ChangeTableResponse Create(CreateTableRequest request, AwsRequest context)
    {
        CheckName(request.TableName, new Constraints()
            .Required("attributeDefinitions", request.AttributeDefinitions)
            .KeySchema("keySchema", request.KeySchema)
            .Definitions(request.AttributeDefinitions)
            .Indexes(request)
            .Stream(request.StreamSpecification)
            .Billing(request.BillingMode, request.ProvisionedThroughput)
            .OneOf("tableClass", request.TableClass, TableClasses));
        StreamSettings.CheckCreated(request.StreamSpecification);
        var settings = BillingReader.Apply(
            new TableSettings
            {
                IsDeletionProtected = request.DeletionProtectionEnabled ?? false,
                TableClass = request.TableClass,
                Tags = TagRules.Read(request.Tags),
            },
            request.BillingMode,
            request.ProvisionedThroughput);
        var schema = KeySchemaReader.ReadTable(request);
        var indexes = IndexReader.Read(request, schema).ToImmutableList();
        settings = settings with
        {
            Indexes = indexes,
            KeyAttributes = KeySchemaReader.KeyAttributes(request.AttributeDefinitions!, schema, indexes),
        };
        var region = regions.Of(context);
        var table = region.Create(request.TableName!, schema, settings) ?? throw DynamoDbErrors.TableExists(request.TableName!);
        if (request.StreamSpecification?.StreamEnabled == true)
        {
            table.Change(made => StreamSettings.Apply(made, request.StreamSpecification, table, region));
        }

        return new ChangeTableResponse(TableDescription.Of(table, "CREATING", _ => "CREATING"));
    }

    public DescribeTableResponse Describe(TableNameRequest request, AwsRequest context) =>
        new(TableDescription.Of(Find(regions, request.TableName, context)));

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

    public ChangeTableResponse Update(UpdateTableRequest request, AwsRequest context)
    {
        CheckName(request.TableName, new Constraints()
            .Definitions(request.AttributeDefinitions)
            .Updates(request.GlobalSecondaryIndexUpdates)
            .Stream(request.StreamSpecification)
            .Billing(request.BillingMode, request.ProvisionedThroughput)
            .OneOf("tableClass", request.TableClass, TableClasses));
        RefuseIncomplete(request);
        RefuseTwoAtOnce(request);
        StreamSettings.CheckUpdated(request.StreamSpecification);
        IndexUpdates.Check(request.GlobalSecondaryIndexUpdates ?? []);
        var table = Find(regions, request.TableName, context);
        var before = table.Indexes;
        table.Change(settings =>
        {
            var billed = request.BillingMode is null && request.ProvisionedThroughput is null
                ? settings
                : BillingReader.Apply(settings, request.BillingMode, request.ProvisionedThroughput);
            var changed = StreamSettings.Apply(
                IndexUpdates.Apply(billed, request, table), request.StreamSpecification, table, regions.Of(context));
            return changed with
            {
                IsDeletionProtected = request.DeletionProtectionEnabled ?? billed.IsDeletionProtected,
                TableClass = request.TableClass ?? billed.TableClass,
            };
        });
        return new ChangeTableResponse(
            TableDescription.Of(table, "UPDATING", index => before.Contains(index) ? "ACTIVE" : "CREATING"));
    }

    public ChangeTableResponse Delete(TableNameRequest request, AwsRequest context)
    {
        var table = Find(regions, request.TableName, context);
        if (table.Settings.IsDeletionProtected)
        {
            throw DynamoDbErrors.Validation("Resource cannot be deleted as it is currently protected against deletion. "
                + "Disable deletion protection first.");
        }

        return regions.Of(context).Delete(table)
            ? new ChangeTableResponse(TableDescription.Of(table, "DELETING"))
            : throw DynamoDbErrors.TableNotFound(table.Name);
    }

    /// <summary>The table that a request about tables names.</summary>
    internal static Table Find(Regions regions, string? name, AwsRequest context)
    {
        CheckName(name, new Constraints());
        return regions.Of(context).Find(name!) ?? throw DynamoDbErrors.TableNotFound(name!);
    }

    private static void CheckName(string? name, Constraints others)
    {
        if (name is null)
        {
            throw DynamoDbErrors.Validation("The parameter 'TableName' is required but was not present in the request");
        }

        if (name.Length < 3 || (name.Length > 255 && !name.StartsWith("arn:", StringComparison.Ordinal)))
        {
            throw DynamoDbErrors.Validation(
                "TableName must be at least 3 characters long and at most 255 characters long");
        }

        others.TableName(name).ThrowIfViolated();
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
