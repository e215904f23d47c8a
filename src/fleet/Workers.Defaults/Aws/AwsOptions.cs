namespace Workers.Defaults.Aws;

/// <summary>Where AWS is. Bound from the <c>AWS</c> section; credentials never stand here, they come from the SDK's chain.</summary>
public sealed class AwsOptions
{
    /// <summary>One endpoint for every service, such as the embedded AWS.</summary>
    /// <value>Null: <c>AWS_ENDPOINT_URL</c> and its kin, a profile's endpoint, else the region's own endpoints.</value>
    public string? ServiceUrl { get; set; }

    /// <summary>The region that requests are signed for, and whose endpoints are called where no URL is given.</summary>
    /// <value>Null: <c>AWS_REGION</c>, the profile's region, or the instance's.</value>
    public string? Region { get; set; }

    /// <summary>How long one try of a call may take. The API, whose callers wait, sets a shorter one itself.</summary>
    /// <value>30 seconds: a long poll of 20 seconds fits. From 200 milliseconds to 5 minutes.</value>
    public TimeSpan CallTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How often the client tries a failed call again. The API sets its own.</summary>
    /// <value>3. From 0 to 10.</value>
    public int MaxRetries { get; set; } = 3;
}
