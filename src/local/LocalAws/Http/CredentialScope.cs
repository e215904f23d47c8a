namespace LocalAws.Http;

/// <summary>Reads what a SigV4 signature says about its request, without checking it.</summary>
internal static class CredentialScope
{
    private const string DefaultRegion = "us-east-1";

    /// <summary>The region in <c>Credential=KEY/DATE/REGION/SERVICE/aws4_request</c>; <c>us-east-1</c> without one.</summary>
    public static string Region(string? authorization)
    {
        const string Credential = "Credential=";
        var start = authorization?.IndexOf(Credential, StringComparison.Ordinal) ?? -1;
        if (start < 0)
        {
            return DefaultRegion;
        }

        var scope = authorization.AsSpan(start + Credential.Length);
        Span<Range> parts = stackalloc Range[4];
        if (scope.Split(parts, '/') < 4)
        {
            return DefaultRegion;
        }

        var region = scope[parts[2]];
        return region.IsEmpty || region.SequenceEqual(DefaultRegion) ? DefaultRegion : region.ToString();
    }
}
