namespace LocalAws.EventBridge.Buses;

/// <summary>Which bus a request means.</summary>
internal readonly record struct BusAddress(string Region, string Name)
{
    /// <summary>Reads a name, an ARN, or nothing, which means the default bus.</summary>
    /// <param name="nameOrArn">What the request says.</param>
    /// <param name="region">The request's region; an ARN has its own.</param>
    /// <exception cref="Http.AwsException">The bus is another account's.</exception>
    public static BusAddress Of(string? nameOrArn, string region) => EventBridgeArn.TryParse(nameOrArn) switch
    {
        { Kind: EventBridgeArn.Bus } arn => new(arn.Own().Region, arn.Path),
        _ => new(region, nameOrArn ?? EventBus.Default),
    };
}
