using LocalAws.DynamoDb.Storage;
using LocalAws.Http;

namespace LocalAws.DynamoDb.Tables;

internal sealed record UpdateTimeToLiveRequest(string? TableName, TimeToLiveSpecification? TimeToLiveSpecification);

internal sealed record UpdateTimeToLiveResponse(TimeToLiveSpecification TimeToLiveSpecification);

internal sealed record DescribeTimeToLiveResponse(TimeToLiveDescription TimeToLiveDescription);

internal sealed record TimeToLiveSpecification(bool? Enabled, string? AttributeName);

internal sealed record TimeToLiveDescription(string TimeToLiveStatus, string? AttributeName);

/// <summary>UpdateTimeToLive and DescribeTimeToLive. Changes take effect at once, where DynamoDB takes up to an hour.</summary>
internal sealed class TimeToLiveOperations(Regions regions)
{
    public UpdateTimeToLiveResponse Update(UpdateTimeToLiveRequest request, AwsRequest context)
    {
        var specification = request.TimeToLiveSpecification;
        new Constraints()
            .Required("timeToLiveSpecification", specification)
            .Required("timeToLiveSpecification.enabled", specification?.Enabled)
            .Required("timeToLiveSpecification.attributeName", specification?.AttributeName)
            .Length(
                "timeToLiveSpecification.attributeName",
                specification?.AttributeName?.Length,
                1,
                255,
                specification?.AttributeName ?? "")
            .ThrowIfViolated();
        NamedTable.Find(regions, request.TableName, context).Change(settings =>
            settings with { TimeToLiveAttribute = Change(settings.TimeToLiveAttribute, specification!) });
        return new UpdateTimeToLiveResponse(specification!);
    }

    public DescribeTimeToLiveResponse Describe(TableNameRequest request, AwsRequest context)
    {
        var attribute = NamedTable.Find(regions, request.TableName, context).Settings.TimeToLiveAttribute;
        return new DescribeTimeToLiveResponse(
            new TimeToLiveDescription(attribute is null ? "DISABLED" : "ENABLED", attribute));
    }

    private static string? Change(string? current, TimeToLiveSpecification specification) =>
        (specification.Enabled, current) switch
        {
            (true, null) => specification.AttributeName,
            (true, _) when current == specification.AttributeName =>
                throw DynamoDbErrors.Validation("TimeToLive is already enabled"),
            (false, null) => throw DynamoDbErrors.Validation("TimeToLive is already disabled"),
            _ when current != specification.AttributeName => throw DynamoDbErrors.Validation(
                $"TimeToLive is active on a different AttributeName: current AttributeName is {current}"),
            _ => null,
        };
}
