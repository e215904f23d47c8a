using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Workers.Cli.Running;
using Workers.Cli.Timing;
using Workers.Contracts;
using Workers.Contracts.Tables;
using Workers.Events;
using Workers.OrderHistory.Views;
using Row = System.Collections.Generic.Dictionary<string, Amazon.DynamoDBv2.Model.AttributeValue>;

namespace Workers.Cli.Views;

/// <summary>
/// The rows of the <c>views</c> table, as rebuilds change them. Every change is conditional, so that of two rebuilds of one view only one
/// gets on; a change whose answer was lost is known by the rebuild's id.
/// </summary>
internal sealed class ViewRows(IAmazonDynamoDB dynamoDb, ResourceNaming naming, TimeProvider time)
{
    /// <summary>A handler that decided before the last change has committed by then, or never will.</summary>
    public static readonly TimeSpan Rest = TimeSpan.FromMinutes(1);

    private string Table => naming.NameOf(Topology.ViewsTable);

    /// <summary>How a view stands.</summary>
    public async Task<ViewAnswer> ReadAsync(string view, CancellationToken cancellationToken)
    {
        var row = await FindAsync(view, cancellationToken);
        var state = ViewState.Read(row);
        return new(view, state.Active, Text(row, ViewColumns.Emptying), state.Building, state.ChangedAt);
    }

    /// <summary>Reserves a view for a rebuild. Events go on to the active generation alone.</summary>
    /// <exception cref="CommandFailedException">It is being rebuilt, or has been until a moment ago.</exception>
    public async Task<ViewMark> ReserveAsync(string view, CancellationToken cancellationToken)
    {
        var row = await FindAsync(view, cancellationToken);
        var state = ViewState.Read(row);
        if ((state.Building ?? Text(row, ViewColumns.Emptying)) is { } other)
        {
            throw UnderWay(view, other);
        }

        if (state.ChangedAt + Rest - time.GetUtcNow() is { } wait && wait > TimeSpan.Zero)
        {
            throw new CommandFailedException(
                $"{view} changed less than a minute ago, and a worker may still write what it decided before: "
                + $"wait {Duration.Words(wait + TimeSpan.FromSeconds(1))}.");
        }

        var mark = new ViewMark(view, Guid.CreateVersion7(time.GetUtcNow()).ToString(), state.Active, state.Other);
        var isReserved = await TryUpdateAsync(
            view,
            "SET #emptying = :id",
            "attribute_not_exists(#emptying) AND attribute_not_exists(#building) AND "
                + (Text(row, ViewColumns.ChangedAt) is null ? "attribute_not_exists(#changedAt)" : "#changedAt = :changedAt"),
            new() { [":id"] = mark.RebuildId, [":changedAt"] = Text(row, ViewColumns.ChangedAt) },
            CancellationToken.None);   // else nobody would know whose reservation it is
        return isReserved || await HoldsAsync(mark, cancellationToken) ? mark : throw UnderWay(view, "another");
    }

    /// <summary>From now on events are written to both generations.</summary>
    /// <exception cref="CommandFailedException">Somebody abandoned the rebuild.</exception>
    public async Task<ViewMark> BeginBuildingAsync(ViewMark reserved, CancellationToken cancellationToken)
    {
        var building = reserved.Building();
        var hasBegun = await TryUpdateAsync(
            reserved.View,
            "SET #building = :id, #changedAt = :now REMOVE #emptying",
            "#emptying = :id",
            new() { [":id"] = reserved.RebuildId, [":now"] = Now() },
            cancellationToken);
        return hasBegun || await HoldsAsync(building, cancellationToken) ? building : throw Abandoned(reserved);
    }

    /// <summary>From now on the new generation is read, and it alone is written.</summary>
    /// <exception cref="CommandFailedException">Somebody abandoned the rebuild.</exception>
    public async Task FlipAsync(ViewMark building, CancellationToken cancellationToken)
    {
        var hasFlipped = await TryUpdateAsync(
            building.View,
            "SET #active = :to, #changedAt = :now REMOVE #building",
            "#building = :id",
            new() { [":id"] = building.RebuildId, [":to"] = building.To, [":now"] = Now() },
            cancellationToken);
        if (!hasFlipped && ViewState.Read(await FindAsync(building.View, cancellationToken)) is var state
            && (state.Active != building.To || state.Building is not null))
        {
            throw Abandoned(building);
        }
    }

    /// <summary>Ends this rebuild without a change for readers, unless somebody else ended it.</summary>
    public Task GiveUpAsync(ViewMark mark, CancellationToken cancellationToken) => TryUpdateAsync(
        mark.View,
        "SET #changedAt = :now REMOVE #emptying, #building",
        "#emptying = :id OR #building = :id",   // its last step may have been made, and the answer lost
        new() { [":id"] = mark.RebuildId, [":now"] = Now() },
        cancellationToken);

    /// <summary>Ends whatever rebuild is under way.</summary>
    /// <exception cref="CommandFailedException">None is.</exception>
    public async Task AbandonAsync(string view, CancellationToken cancellationToken)
    {
        var isAbandoned = await TryUpdateAsync(
            view,
            "SET #changedAt = :now REMOVE #emptying, #building",
            "attribute_exists(#emptying) OR attribute_exists(#building)",
            new() { [":now"] = Now() },
            cancellationToken);
        if (!isAbandoned)
        {
            throw new CommandFailedException($"No rebuild of {view} is under way: there is nothing to abandon.");
        }
    }

    /// <summary>Part of a transaction: it is cancelled unless the rebuild is still the one that may write.</summary>
    public ConditionCheck Check(ViewMark mark) => new()
    {
        TableName = Table,
        Key = Key(mark.View),
        ConditionExpression = "#mark = :id",
        ExpressionAttributeNames = new() { ["#mark"] = mark.Attribute },
        ExpressionAttributeValues = new() { [":id"] = new() { S = mark.RebuildId } },
    };

    public static CommandFailedException Abandoned(ViewMark mark) =>
        new($"Somebody abandoned this rebuild of {mark.View}. Readers go on with generation {mark.From}.");

    private static CommandFailedException UnderWay(string view, string rebuild) => new(
        $"{view} is being rebuilt ({rebuild}): wait for its end. If whoever began it is gone for good, views abandon {view} ends it.");

    private async Task<bool> HoldsAsync(ViewMark mark, CancellationToken cancellationToken) =>
        Text(await FindAsync(mark.View, cancellationToken), mark.Attribute) == mark.RebuildId;

    private async Task<Row?> FindAsync(string view, CancellationToken cancellationToken) =>
        (await dynamoDb.GetItemAsync(new GetItemRequest(Table, Key(view)) { ConsistentRead = true }, cancellationToken)).Item;

    private async Task<bool> TryUpdateAsync(
        string view, string update, string condition, Dictionary<string, string?> values, CancellationToken cancellationToken)
    {
        string[] columns = [ViewColumns.Active, ViewColumns.Building, ViewColumns.ChangedAt, ViewColumns.Emptying];
        var request = new UpdateItemRequest
        {
            TableName = Table,
            Key = Key(view),
            UpdateExpression = update,
            ConditionExpression = condition,
            ExpressionAttributeNames = columns
                .Where(column => update.Contains($"#{column}", StringComparison.Ordinal) || condition.Contains($"#{column}", StringComparison.Ordinal))
                .ToDictionary(column => $"#{column}"),
            ExpressionAttributeValues = values
                .Where(value => value.Value is not null)
                .ToDictionary(value => value.Key, value => new AttributeValue { S = value.Value }),
        };
        try
        {
            await dynamoDb.UpdateItemAsync(request, cancellationToken);
            return true;
        }
        catch (ConditionalCheckFailedException)
        {
            return false;
        }
    }

    private string Now() => SortableTime.Of(time.GetUtcNow());

    private static Row Key(string view) => new() { [ViewColumns.View] = new() { S = view } };

    private static string? Text(Row? row, string name) => row?.GetValueOrDefault(name)?.S;
}
