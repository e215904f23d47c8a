using Microsoft.Extensions.Options;

namespace Workers.Defaults.Aws;

/// <summary>Refuses to start without a region or with an endpoint that is no URL.</summary>
internal sealed class AwsOptionsValidator : IValidateOptions<AwsOptions>
{
    public ValidateOptionsResult Validate(string? name, AwsOptions options)
    {
        var errors = new ValidateOptionsResultBuilder();
        if (options.Region is null)
        {
            errors.AddError(
                "No AWS region is known, so no request can be signed: set AWS:Region (AWS__Region), AWS_REGION or the profile's "
                + "region. (AWS_DEFAULT_REGION is read by `Workers.Cli` and by the AWS CLI, not by a host.)");
        }

        if (options.ServiceUrl is { } url && !IsHttpUrl(url))
        {
            errors.AddError($"AWS:ServiceUrl ({url}) is no absolute http or https URL: no service could be called.");
        }

        if (options.CallTimeout < TimeSpan.FromMilliseconds(200) || options.CallTimeout > TimeSpan.FromMinutes(5))
        {
            errors.AddError($"AWS:CallTimeout ({options.CallTimeout}) must be from 00:00:00.2 to 00:05:00: "
                + "no call would succeed, or hung ones would hold everything up.");
        }

        if (options.MaxRetries is < 0 or > 10)
        {
            errors.AddError($"AWS:MaxRetries ({options.MaxRetries}) must be from 0 to 10: more would hold everything up where AWS is down.");
        }

        return errors.Build();
    }

    private static bool IsHttpUrl(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https";
}
