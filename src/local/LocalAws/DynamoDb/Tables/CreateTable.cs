using System.Collections.Immutable;
using LocalAws.DynamoDb.Storage;
using LocalAws.DynamoDb.Streams;
using LocalAws.Http;

namespace LocalAws.DynamoDb.Tables;

internal sealed record CreateTableRequest(
    string? TableName,
    List<AttributeDefinition>? AttributeDefinitions,
    List<KeySchemaElement>? KeySchema,
    string? BillingMode,
    ProvisionedThroughput? ProvisionedThroughput,
    bool? DeletionProtectionEnabled,
    string? TableClass,
    List<Tag>? Tags,
    List<SecondaryIndexRequest>? LocalSecondaryIndexes,
    List<SecondaryIndexRequest>? GlobalSecondaryIndexes,
    StreamSpecification? StreamSpecification);

/// <summary>
/// CreateTable. The answer shows the change under way, as on AWS, but it is in effect at once: whoever asks next sees it done.
/// </summary>
internal sealed class CreateTable(Regions regions)
{
    public ChangeTableResponse Create(CreateTableRequest request, AwsRequest context)
    {
        NamedTable.Check(request.TableName, new Constraints()
            .Required("attributeDefinitions", request.AttributeDefinitions)
            .KeySchema("keySchema", request.KeySchema)
            .Definitions(request.AttributeDefinitions)
            .Indexes(request)
            .Stream(request.StreamSpecification)
            .Billing(request.BillingMode, request.ProvisionedThroughput)
            .OneOf("tableClass", request.TableClass, TableDescription.Classes));
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
}
