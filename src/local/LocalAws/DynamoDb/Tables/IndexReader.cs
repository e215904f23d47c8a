using LocalAws.DynamoDb.Indexes;
using LocalAws.DynamoDb.Storage;

namespace LocalAws.DynamoDb.Tables;

/// <summary>Reads indexes to be made.</summary>
internal static class IndexReader
{
    public const int MaxGlobal = 20;

    private const int MaxLocal = 5;
    private const int MaxProjectedPerIndex = 20;
    private const int MaxProjectedPerTable = 100;

    /// <summary>Adds what is wrong with the members of an index themselves.</summary>
    public static Constraints Index(this Constraints constraints, string path, SecondaryIndexRequest index)
    {
        constraints
            .Required($"{path}.projection", index.Projection)
            .OneOf($"{path}.projection.projectionType", index.Projection?.ProjectionType, IndexProjection.Types)
            .Length(
                $"{path}.projection.nonKeyAttributes",
                index.Projection?.NonKeyAttributes?.Count,
                1,
                MaxProjectedPerIndex,
                index.Projection?.NonKeyAttributes is [] ? "[]" : "[…]");
        foreach (var (number, name) in (index.Projection?.NonKeyAttributes ?? []).Index())
        {
            constraints.Length($"{path}.projection.nonKeyAttributes.{number + 1}.member", name.Length, 1, 255, name);
        }

        constraints
            .Required($"{path}.indexName", index.IndexName)
            .IndexName($"{path}.indexName", index.IndexName)
            .KeySchema($"{path}.keySchema", index.KeySchema);
        return constraints.Throughput($"{path}.provisionedThroughput", index.ProvisionedThroughput);
    }

    /// <summary>Adds what is wrong with the members of a table's indexes themselves.</summary>
    public static Constraints Indexes(this Constraints constraints, CreateTableRequest request)
    {
        foreach (var (number, index) in (request.LocalSecondaryIndexes ?? []).Index())
        {
            constraints.Index($"localSecondaryIndexes.{number + 1}.member", index);
        }

        foreach (var (number, index) in (request.GlobalSecondaryIndexes ?? []).Index())
        {
            constraints.Index($"globalSecondaryIndexes.{number + 1}.member", index);
        }

        return constraints;
    }

    /// <summary>The indexes of a table to be made, in the order of their names.</summary>
    public static IEnumerable<SecondaryIndex> Read(CreateTableRequest request, KeySchema table)
    {
        var names = new HashSet<string>();
        var local = (request.LocalSecondaryIndexes ?? []).ConvertAll(index =>
            Read(index, isGlobal: false, table, request.AttributeDefinitions!, names));
        RefuseListLength("LocalSecondaryIndexes", request.LocalSecondaryIndexes, MaxLocal,
            $"Number of LocalSecondaryIndexes exceeds per-table limit of {MaxLocal}");
        var global = (request.GlobalSecondaryIndexes ?? []).ConvertAll(index =>
        {
            CheckThroughput(index, request.BillingMode ?? TableSettings.Provisioned);
            return Read(index, isGlobal: true, table, request.AttributeDefinitions!, names);
        });
        RefuseListLength("GlobalSecondaryIndexes", request.GlobalSecondaryIndexes, MaxGlobal,
            $"GlobalSecondaryIndex count exceeds the per-table limit of {MaxGlobal}");
        RefuseTooManyProjected([.. local, .. global]);
        return local.Concat(global).OrderBy(index => index.Name, StringComparer.Ordinal);
    }

    /// <summary>One index. Its name must not be among those before, and becomes one of them.</summary>
    public static SecondaryIndex Read(
        SecondaryIndexRequest request, bool isGlobal, KeySchema table, List<AttributeDefinition> definitions, HashSet<string> names)
    {
        var schema = KeySchemaReader.Read(request.KeySchema!, definitions);
        if (!isGlobal)
        {
            CheckLocal(request.IndexName!, schema, table);
        }

        var projection = Read(request.Projection!);
        if (!names.Add(request.IndexName!))
        {
            throw DynamoDbErrors.InvalidValue($"Duplicate index name: {request.IndexName}");
        }

        return new SecondaryIndex(request.IndexName!, isGlobal, schema, projection, table)
        {
            Throughput = BillingReader.Read(request.ProvisionedThroughput),
        };
    }

    /// <summary>Refuses capacity for an index of a table without, and no capacity for one of a table with.</summary>
    public static void CheckThroughput(SecondaryIndexRequest index, string billingMode)
    {
        switch (billingMode, index.ProvisionedThroughput)
        {
            case (TableSettings.OnDemand, not null):
                throw DynamoDbErrors.InvalidValue($"ProvisionedThroughput should not be specified for index: {index.IndexName} "
                    + "when BillingMode is PAY_PER_REQUEST");
            case (TableSettings.Provisioned, null):
                throw DynamoDbErrors.InvalidValue($"ProvisionedThroughput is not specified for index: {index.IndexName}");
            default:
                break;
        }
    }

    /// <summary>Refuses more attributes named by the projections of a table's indexes than AWS allows in all.</summary>
    public static void RefuseTooManyProjected(IEnumerable<SecondaryIndex> indexes)
    {
        if (indexes.Sum(index => index.Projection.NonKeyAttributes.Count) > MaxProjectedPerTable)
        {
            throw DynamoDbErrors.InvalidValue(
                $"Number of NonKeyAttributes in all secondary indexes exceeds per-table limit of {MaxProjectedPerTable}");
        }
    }

    private static void RefuseListLength(string member, List<SecondaryIndexRequest>? indexes, int maximum, string tooMany)
    {
        if (indexes is [])
        {
            throw DynamoDbErrors.InvalidValue($"List of {member} is empty");
        }

        if (indexes?.Count > maximum)
        {
            throw DynamoDbErrors.InvalidValue(tooMany);
        }
    }

    private static void CheckLocal(string name, KeySchema schema, KeySchema table)
    {
        if (table.Sort is null)
        {
            throw DynamoDbErrors.InvalidValue("Table KeySchema does not have a range key, "
                + "which is required when specifying a LocalSecondaryIndex");
        }

        if (schema.Sort is null)
        {
            throw DynamoDbErrors.InvalidValue($"Index KeySchema does not have a range key for index: {name}");
        }

        if (schema.Partition != table.Partition)
        {
            throw DynamoDbErrors.InvalidValue("Index KeySchema does not have the same leading hash key as table KeySchema "
                + $"for index: {name}. index hash key: {schema.Partition.Name}, table hash key: {table.Partition.Name}");
        }
    }

    private static IndexProjection Read(ProjectionSpecification projection)
    {
        var (type, attributes) = (projection.ProjectionType, projection.NonKeyAttributes);
        switch (type, attributes)
        {
            case (null, _):
                throw DynamoDbErrors.InvalidValue("Unknown ProjectionType: null");
            case (IndexProjection.Include, null):
                throw DynamoDbErrors.InvalidValue("ProjectionType is INCLUDE, but NonKeyAttributes is not specified");
            case (not IndexProjection.Include, not null):
                throw DynamoDbErrors.InvalidValue($"ProjectionType is {type}, but NonKeyAttributes is specified");
            default:
                break;
        }

        var duplicate = (attributes ?? []).GroupBy(name => name).FirstOrDefault(names => names.Count() > 1);
        return duplicate is null
            ? new IndexProjection(type, attributes ?? [])
            : throw DynamoDbErrors.InvalidValue($"Duplicate element in NonKeyAttributes: {duplicate.Key}");
    }
}
