using LocalAws.DynamoDb.Indexes;
using LocalAws.DynamoDb.Storage;

namespace LocalAws.DynamoDb.Tables;

/// <summary>What UpdateTable does to global indexes: it makes one, or deletes one, or changes the capacity of any of them.</summary>
internal static class IndexUpdates
{
    /// <summary>Adds what is wrong with the members themselves.</summary>
    public static Constraints Updates(this Constraints constraints, List<GlobalSecondaryIndexUpdate>? updates)
    {
        foreach (var (number, update) in (updates ?? []).Index())
        {
            constraints.Update($"globalSecondaryIndexUpdates.{number + 1}.member", update);
        }

        return constraints;
    }

    private static Constraints Update(this Constraints constraints, string path, GlobalSecondaryIndexUpdate update)
    {
        if (update.Create is { } create)
        {
            constraints.Index($"{path}.create", create);
        }

        if (update.Update is { } change)
        {
            constraints
                .Required($"{path}.update.indexName", change.IndexName)
                .IndexName($"{path}.update.indexName", change.IndexName)
                .Required($"{path}.update.provisionedThroughput", change.ProvisionedThroughput)
                .Throughput($"{path}.update.provisionedThroughput", change.ProvisionedThroughput);
        }

        return update.Delete is not { } delete
            ? constraints
            : constraints
                .Required($"{path}.delete.indexName", delete.IndexName)
                .IndexName($"{path}.delete.indexName", delete.IndexName);
    }

    /// <summary>Refuses what is wrong whatever the table.</summary>
    public static void Check(IReadOnlyList<GlobalSecondaryIndexUpdate> updates)
    {
        var names = new HashSet<string>();
        foreach (var update in updates)
        {
            string?[] named = [update.Create?.IndexName, update.Update?.IndexName, update.Delete?.IndexName];
            switch (named.OfType<string>().ToList())
            {
                case []:
                    throw DynamoDbErrors.InvalidValue("One of GlobalSecondaryIndexUpdate.Update, GlobalSecondaryIndexUpdate.Create, "
                        + "GlobalSecondaryIndexUpdate.Delete must not be null");
                case [var name]:
                    if (!names.Add(name))
                    {
                        throw DynamoDbErrors.InvalidValue(
                            $"Only one global secondary index update per index is allowed simultaneously. Index: {name}");
                    }

                    break;
                default:
                    throw DynamoDbErrors.InvalidValue(
                        "Only one global secondary index action is allowed per GlobalSecondaryIndexUpdate object");
            }
        }
    }

    /// <summary>The settings with the changes.</summary>
    public static TableSettings Apply(TableSettings settings, UpdateTableRequest request, Table table)
    {
        var updates = request.GlobalSecondaryIndexUpdates ?? [];
        if (updates.Count(update => update.Update is null) > 1)
        {
            throw DynamoDbErrors.LimitExceeded(
                "Subscriber limit exceeded: Only 1 online index can be created or deleted simultaneously per table");
        }

        foreach (var update in updates)
        {
            settings = update switch
            {
                { Create: { } create } => Create(settings, create, request.AttributeDefinitions ?? [], table),
                { Delete: { } delete } => Delete(settings, delete.IndexName!, table),
                _ => settings,
            };
        }

        ChangeThroughput(settings, [.. updates.Select(update => update.Update).OfType<UpdateGlobalSecondaryIndexAction>()], table);
        return settings with { KeyAttributes = KeySchemaReader.AttributesOf(table.Schema, settings.Indexes) };
    }

    private static TableSettings Create(
        TableSettings settings, SecondaryIndexRequest request, List<AttributeDefinition> definitions, Table table)
    {
        if (settings.Indexes.Exists(index => index.Name == request.IndexName))
        {
            throw DynamoDbErrors.Validation("Attempting to create an index which already exists");
        }

        if (definitions.Count == 0)
        {
            throw DynamoDbErrors.InvalidValue($"AttributeDefinitions is not specified for index: {request.IndexName}");
        }

        if (settings.Indexes.Count(index => index.IsGlobal) == IndexReader.MaxGlobal)
        {
            throw DynamoDbErrors.LimitExceeded("Subscriber limit exceeded: GlobalSecondaryIndex count exceeds the per-table limit of "
                + $"{IndexReader.MaxGlobal}");
        }

        IndexReader.CheckThroughput(request, settings.BillingMode);
        var index = IndexReader.Read(request, isGlobal: true, table.Schema, definitions, []);
        RefuseRedefinition(settings, index);
        IndexReader.RefuseTooManyProjected([.. settings.Indexes, index]);
        return settings with
        {
            Indexes = [.. settings.Indexes.Add(index).OrderBy(other => other.Name, StringComparer.Ordinal)],
        };
    }

    private static void RefuseRedefinition(TableSettings settings, SecondaryIndex index)
    {
        foreach (var attribute in index.Schema.Attributes)
        {
            if (settings.KeyAttributes.Find(known => known.Name == attribute.Name) is { } known && known != attribute)
            {
                var role = attribute == index.Schema.Partition ? "HASH" : "RANGE";
                throw DynamoDbErrors.InvalidValue("Attributes cannot be redefined. Please check that your attribute has the same type "
                    + "as previously defined. "
                    + $"Existing schema: Schema:[SchemaElement: key{{{known.Name}:{known.Type}:{role}}}] "
                    + $"New schema: Schema:[SchemaElement: key{{{attribute.Name}:{attribute.Type}:{role}}}]");
            }
        }
    }

    private static TableSettings Delete(TableSettings settings, string name, Table table) =>
        settings with { Indexes = settings.Indexes.Remove(Find(settings, name, "delete", table)) };

    private static void ChangeThroughput(
        TableSettings settings, List<UpdateGlobalSecondaryIndexAction> updates, Table table)
    {
        var throughputs = updates.ToDictionary(
            update => Find(settings, update.IndexName!, "update", table),
            update => BillingReader.Read(update.ProvisionedThroughput));
        var isOnDemand = settings.BillingMode == TableSettings.OnDemand;
        foreach (var index in settings.Indexes.Where(index => index.IsGlobal))
        {
            switch (isOnDemand, throughputs.ContainsKey(index))
            {
                case (true, true):
                    throw DynamoDbErrors.InvalidValue("Neither ReadCapacityUnits nor WriteCapacityUnits can be specified for index: "
                        + $"{index.Name} when BillingMode is PAY_PER_REQUEST");
                case (true, false):
                    throughputs[index] = Throughput.None;
                    break;
                case (false, false) when index.Throughput == Throughput.None:
                    throw DynamoDbErrors.InvalidValue($"ProvisionedThroughput must be specified for index: {index.Name}");
                default:
                    break;
            }
        }

        foreach (var (index, throughput) in throughputs)
        {
            index.Throughput = throughput;
        }
    }

    private static SecondaryIndex Find(TableSettings settings, string name, string action, Table table) =>
        settings.Indexes.Find(index => index.Name == name) switch
        {
            null => throw DynamoDbErrors.IndexNotFound(name, table.Name),
            { IsGlobal: false } => throw DynamoDbErrors.Validation(
                $"Cannot {action} an index that is not a GlobalSecondaryIndex: {name}"),
            var index => index,
        };
}
