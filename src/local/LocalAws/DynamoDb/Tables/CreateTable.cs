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
    StreamSpecification? StreamSpecification,
    EncryptionSpecification? SSESpecification);

/// <summary>Whether a table is encrypted with a key of KMS, which none is here.</summary>
internal sealed record EncryptionSpecification(bool? Enabled);

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
        if (request.SSESpecification?.Enabled == true)
        {
            throw DynamoDbErrors.NotSupported(nameof(request.SSESpecification));
        }

        StreamSettings.CheckCreated(request.StreamSpecification);
        var region = regions.Of(context);
        var settings = BillingReader.Apply(
            new TableSettings
            {
                IsDeletionProtected = request.DeletionProtectionEnabled ?? false,
                TableClass = request.TableClass,
                Tags = TagRules.Read(request.Tags),
            },
            request.BillingMode,
            request.ProvisionedThroughput,
            region.Now);
        var schema = KeySchemaReader.ReadTable(request);
        var indexes = IndexReader.Read(request, schema).ToImmutableList();
        settings = settings with
        {
            Indexes = indexes,
            KeyAttributes = KeySchemaReader.KeyAttributes(request.AttributeDefinitions!, schema, indexes),
        };
        var table = region.Create(request.TableName!, schema, settings) ?? throw DynamoDbErrors.TableExists(request.TableName!);
        if (request.StreamSpecification?.StreamEnabled == true)
        {
            table.Change(made => StreamSettings.Apply(made, request.StreamSpecification, table, region));
        }

        return new ChangeTableResponse(TableDescription.Of(table, TableDescription.Creating));
    }
}
