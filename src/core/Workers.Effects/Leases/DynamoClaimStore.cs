using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Microsoft.Extensions.Options;
using Workers.Effects.Committing;
using Workers.Effects.Decisions;
using Workers.Effects.Transactions;
using Workers.Events;
using Update = Workers.Effects.Decisions.Update;

namespace Workers.Effects.Leases;

/// <summary>Claims by conditional UpdateItem.</summary>
internal sealed class DynamoClaimStore(
    IAmazonDynamoDB client, IOptions<ResourceNaming> naming, WriteTranslator translator, RequestCosts costs, TimeProvider timeProvider)
    : IClaimStore
{
    public Task<ClaimAnswer> ClaimAsync(
        ItemKey key, string owner, DateTimeOffset until, long expiresAt, CancellationToken cancellationToken)
    {
        var request = ToClaimRequest(key, owner, until, expiresAt);
        return DynamoCall.RunAsync<ClaimAnswer>(async () =>
        {
            try
            {
                var response = await UpdateAsync(request, cancellationToken);
                var fence = new Item(response.Attributes).Number(ClaimRow.Fence) ?? 0;
                return new ClaimAnswer.Granted(new Claim(key, owner, (long)fence, until));
            }
            catch (ConditionalCheckFailedException exception)
            {
                var row = new Item(exception.Item);
                return ClaimRow.IsCompleted(row)
                    ? new ClaimAnswer.Completed(row)
                    : new ClaimAnswer.Held(row.Time(ClaimRow.LeaseUntil) ?? timeProvider.GetUtcNow());
            }
        }, cancellationToken);
    }

    public Task<bool> TryUpdateAsync(Update change, CancellationToken cancellationToken)
    {
        var request = ToRequest(translator.Translate(change).Update);
        return DynamoCall.RunAsync(async () =>
        {
            try
            {
                await UpdateAsync(request, cancellationToken);
                return true;
            }
            catch (ConditionalCheckFailedException)
            {
                return false;
            }
        }, cancellationToken);
    }

    private async Task<UpdateItemResponse> UpdateAsync(UpdateItemRequest request, CancellationToken cancellationToken)
    {
        var handlers = costs.Now;
        request.ReturnConsumedCapacity = ReturnConsumedCapacity.TOTAL;
        try
        {
            var response = await client.UpdateItemAsync(request, cancellationToken);
            costs.Add(handlers, response.ConsumedCapacity?.CapacityUnits);
            return response;
        }
        catch (ConditionalCheckFailedException)
        {
            costs.Add(handlers, writeUnits: null);
            throw;
        }
    }

    private UpdateItemRequest ToClaimRequest(ItemKey key, string owner, DateTimeOffset until, long expiresAt) => new()
    {
        TableName = naming.Value.NameOf(key.Table),
        Key = key.ToAttributes(),
        UpdateExpression = "SET #state = :inProgress, #owner = :me, #leaseUntil = :until, #expiresAt = :expiresAt ADD #fence :one",

        // That I am the owner already means that the SDK repeats a call whose answer was lost; a repetition that comes late must
        // not undo what the first has led to. The lease's end is compared here because TTL deletes days late.
        ConditionExpression = "attribute_not_exists(#key) OR #state = :released "
            + "OR (#state = :inProgress AND (#owner = :me OR #leaseUntil <= :now))",
        ExpressionAttributeNames = new()
        {
            ["#key"] = key.PartitionName,
            ["#state"] = ClaimRow.State,
            ["#owner"] = ClaimRow.Owner,
            ["#leaseUntil"] = ClaimRow.LeaseUntil,
            ["#expiresAt"] = Markers.ExpiresAt,
            ["#fence"] = ClaimRow.Fence,
        },
        ExpressionAttributeValues = new()
        {
            [":inProgress"] = Value.Of(ClaimRow.InProgress),
            [":released"] = Value.Of(ClaimRow.Released),
            [":me"] = Value.Of(owner),
            [":until"] = Value.Of(until),
            [":now"] = Value.Of(timeProvider.GetUtcNow()),
            [":expiresAt"] = Value.Of(expiresAt),
            [":one"] = Value.Of(1),
        },
        ReturnValues = ReturnValue.ALL_NEW,
        ReturnValuesOnConditionCheckFailure = ReturnValuesOnConditionCheckFailure.ALL_OLD,
    };

    private static UpdateItemRequest ToRequest(Amazon.DynamoDBv2.Model.Update action) => new()
    {
        TableName = action.TableName,
        Key = action.Key,
        UpdateExpression = action.UpdateExpression,
        ConditionExpression = action.ConditionExpression,
        ExpressionAttributeNames = action.ExpressionAttributeNames,
        ExpressionAttributeValues = action.ExpressionAttributeValues,
    };
}
