FROM busybox:1.37 AS folder
RUN mkdir /store

FROM quay.io/minio/minio:RELEASE.2025-09-07T16-13-09Z
# A named volume takes the owner of the folder that it first covers.
COPY --from=folder --chown=10001:10001 /store /store
USER 10001:10001
